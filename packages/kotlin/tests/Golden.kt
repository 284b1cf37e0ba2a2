// Replays the scripts of the golden stories; every answer must be as written, byte by byte.
//
//     Golden <folder> target/golden/*.txt      over SQLite, one new file of the folder for each story

package golden

import java.io.File
import kotlin.system.exitProcess
import loyalty.Engine

/** The secrets of the shop in every story. */
private val SECRETS = listOf(mapOf("id" to "golden", "key" to "not a secret at all, but long enough to be one"))

fun main(arguments: Array<String>) {
    val scripts = arguments.drop(1).map(::File)
    var answers = 0
    var wrong = 0
    for (script in scripts) {
        val storage = "sqlite:${arguments[0]}/${script.nameWithoutExtension}.db"
        val engine = Engine.open(mapOf("storage" to storage, "secrets" to SECRETS))
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
