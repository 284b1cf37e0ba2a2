<?php

declare(strict_types=1);

require dirname(__DIR__) . '/shop.php';

begin();
if (posted()) {
    $sku = field('sku');
    if (query('SELECT 1 FROM product WHERE sku = ?', $sku)->fetch() === false) {
        throw new Refusal('There is no such product.');
    }
    $_SESSION['basket'][$sku] = min(99, ($_SESSION['basket'][$sku] ?? 0) + 1);
    go('/basket.php');
}
$cards = '';
foreach (query('SELECT * FROM product ORDER BY name') as $product) {
    $cards .= '<form method=post class=card>' . csrf() . hidden('sku', $product['sku']) . '<span class=picture>' . h($product['picture'])
        . '</span><b>' . h($product['name']) . '</b><span>€ ' . h(euros($product['cents'])) . '</span><button>Into the basket</button></form>';
}
show('Everything for tea time', "<div class=cards>$cards</div>");
