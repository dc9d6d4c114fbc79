<?php
/** Puts witness.js into the head of every public page, before whatever else runs there. */

add_action(
	'wp_head',
	function () {
		printf( "<script src=\"%s\"></script>\n", esc_url( plugins_url( 'witness.js', __FILE__ ) ) );
	},
	1
);
