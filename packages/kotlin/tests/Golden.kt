// Replays the scripts of the golden stories; every answer must be as written, byte by byte.
//
//     Golden <folder> target/golden/*.txt      over SQLite, one new file of the folder for each story

package golden

import java.io.File
import kotlin.system.exitProcess
import loyalty.Engine

fun main(arguments: Array<String>) {
    val scripts = arguments.drop(1).map(::File)
    var answers = 0
    var wrong = 0
    for (script in scripts) {
        val engine = Engine.open("sqlite:${arguments[0]}/${script.nameWithoutExtension}.db")
        for ((number, lines) in script.readText().trimEnd('\n').split('\n').chunked(3).withIndex()) {
            val (request, context, wanted) = lines
            val answer = engine.execute(request, context)
            answers++
            if (answer != wanted) {
                wrong++
                println("${script.name}, request ${number + 1}: $request\n  wanted $wanted\n  got    $answer")
            }
        }
        engine.close()
    }
    println("$answers answers of ${scripts.size} stories, $wrong wrong")
    exitProcess(if (answers > 0 && wrong == 0) 0 else 1)
}
