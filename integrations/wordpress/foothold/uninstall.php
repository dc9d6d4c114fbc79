<?php
/** Deleting the plugin deletes its settings, on every site of a network. */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

if ( is_multisite() ) {
	foreach ( get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) as $foothold_site ) {
		switch_to_blog( $foothold_site );
		delete_option( 'foothold' );
		restore_current_blog();
	}
} else {
	delete_option( 'foothold' );
}
