<?php
/**
 * Plugin Name: Stand-in for two form plugins
 * Description: The routes of Contact Form 7 and of Gravity Forms with the answers that are recorded of them, for tests on one machine.
 *
 * Everything around the routes is WordPress itself: how a request is read, who may read the answer, the list of
 * words that are not allowed, the mail, the database.
 */

defined( 'ABSPATH' ) || exit;

/** The one form that exists, under this number for both plugins. */
const STAND_IN_FORM = 17;

add_action( 'rest_api_init', function () {
	$open = array( 'methods' => 'POST', 'permission_callback' => '__return_true' );
	register_rest_route( 'contact-form-7/v1', '/contact-forms/(?P<id>\d+)/feedback', $open + array( 'callback' => 'stand_in_contact_form_7' ) );
	register_rest_route( 'gf/v2', '/forms/(?P<id>\d+)/submissions', $open + array( 'callback' => 'stand_in_gravity' ) );
} );

register_activation_hook( __FILE__, function () {
	global $wpdb;
	$charset = $wpdb->get_charset_collate();
	$wpdb->query( "CREATE TABLE IF NOT EXISTS {$wpdb->prefix}stand_in (id BIGINT AUTO_INCREMENT PRIMARY KEY, message BIGINT, status VARCHAR(40), name VARCHAR(100), value LONGTEXT) $charset" );
} );

/** Contact Form 7: parts only, a unit tag, and a status in words under 200. */
function stand_in_contact_form_7( WP_REST_Request $request ) {
	if ( 0 !== strpos( (string) $request->get_header( 'content-type' ), 'multipart/form-data' ) ) {
		return new WP_Error( 'wpcf7_unsupported_media_type', 'The request payload format is not supported.', array( 'status' => 415 ) );
	}
	if ( STAND_IN_FORM !== (int) $request['id'] ) {
		return new WP_Error( 'wpcf7_not_found', 'The requested contact form was not found.', array( 'status' => 404 ) );
	}
	$sent = $request->get_body_params();
	$tag = isset( $sent['_wpcf7_unit_tag'] ) ? $sent['_wpcf7_unit_tag'] : '';
	if ( ! preg_match( '/^wpcf7-f\d+(-p\d+)?-o\d+$/', $tag ) ) {
		return new WP_Error( 'wpcf7_unit_tag_not_found', 'There is no valid unit tag.', array( 'status' => 400 ) );
	}
	$typed = stand_in_typed( $sent );
	$answer = array( 'contact_form_id' => STAND_IN_FORM, 'into' => '#' . $tag, 'invalid_fields' => array(), 'posted_data_hash' => '' );
	foreach ( stand_in_faults( $typed, 'your-name', 'your-phone', 'your-message' ) as $field => $fault ) {
		$answer['invalid_fields'][] = array( 'field' => $field, 'message' => $fault, 'idref' => null, 'error_id' => $tag . '-ve-' . $field );
	}
	if ( $answer['invalid_fields'] ) {
		return array( 'status' => 'validation_failed', 'message' => 'One or more fields have an error. Please check and try again.' ) + $answer;
	}
	$email = isset( $typed['your-email'] ) ? $typed['your-email'] : '';
	if ( wp_check_comment_disallowed_list( $typed['your-name'], $email, '', $typed['your-message'], '127.0.0.1', 'test' ) ) {
		stand_in_keep( $typed, 'spam' );
		return array( 'status' => 'spam', 'message' => 'There was an error trying to send your message. Please try again later.' ) + $answer;
	}
	$status = wp_mail( get_option( 'admin_email' ), $typed['your-subject'], $typed['your-message'] ) ? 'mail_sent' : 'mail_failed';
	stand_in_keep( $typed, $status );
	if ( 'mail_failed' === $status ) {
		return array( 'status' => $status, 'message' => 'There was an error trying to send your message. Please try again later.' ) + $answer;
	}
	return array( 'status' => $status, 'message' => 'Thank you for your message. It has been sent.', 'posted_data_hash' => md5( serialize( $typed ) ) ) + $answer;
}

/** Gravity Forms: JSON, fields by their numbers, and a flag. */
function stand_in_gravity( WP_REST_Request $request ) {
	if ( STAND_IN_FORM !== (int) $request['id'] ) {
		return new WP_Error( 'not_found', 'The form was not found.', array( 'status' => 404 ) );
	}
	$typed = stand_in_typed( (array) $request->get_json_params() );
	$faults = array();
	foreach ( stand_in_faults( $typed, 'input_1', 'input_2', 'input_4' ) as $field => $fault ) {
		$faults[ str_replace( '_', '.', substr( $field, strlen( 'input_' ) ) ) ] = $fault;
	}
	if ( $faults ) {
		return new WP_REST_Response( array( 'is_valid' => false, 'validation_messages' => $faults ), 400 );
	}
	stand_in_keep( $typed, 'valid' );
	return array( 'is_valid' => true, 'confirmation_type' => 'message', 'confirmation_message' => 'Thanks for contacting us!' );
}

/** The pairs that are not the plugin's own, as text that a database takes. */
function stand_in_typed( array $sent ) {
	$typed = array();
	foreach ( $sent as $name => $value ) {
		if ( is_string( $value ) && 0 !== strpos( $name, '_' ) ) {
			$typed[ $name ] = wp_kses_no_null( wp_check_invalid_utf8( $value ), array( 'slash_zero' => 'keep' ) );
		}
	}
	return $typed;
}

/** What this clinic's form wants: a name, a message, and a phone of figures and signs, as Contact Form 7 knows phones. */
function stand_in_faults( array $typed, $name, $phone, $message ) {
	$faults = array();
	foreach ( array( $name, $message ) as $needed ) {
		if ( ! isset( $typed[ $needed ] ) || '' === trim( $typed[ $needed ] ) ) {
			$faults[ $needed ] = 'Please fill out this field.';
		}
	}
	if ( isset( $typed[ $phone ] ) && ! preg_match( '/^[+\d\s().\/-]*$/', $typed[ $phone ] ) ) {
		$faults[ $phone ] = 'Please enter a telephone number.';
	}
	return $faults;
}

/** Writes a message down, a row for each field. */
function stand_in_keep( array $typed, $status ) {
	global $wpdb;
	$message = 1 + (int) $wpdb->get_var( "SELECT MAX(message) FROM {$wpdb->prefix}stand_in" );
	foreach ( $typed as $name => $value ) {
		$wpdb->insert( $wpdb->prefix . 'stand_in', compact( 'message', 'status', 'name', 'value' ) );
	}
}
