import unittest
import urllib.error
import urllib.request

from fermata_conduct import check


def ask(desk, url, data=None):
    headers = {"Authorization": "Bearer " + desk.token}
    return urllib.request.urlopen(urllib.request.Request(url, data, headers)).status


def me(desk):
    return ask(desk, desk.flat_url + "/me")


def stubborn(desk):
    for _ in range(2):
        try:
            me(desk)
        except urllib.error.HTTPError:
            pass


class CheckTest(unittest.TestCase):
    def test_a_client_that_behaves_is_told_what_was_judged(self):
        verdicts = {verdict["rule"]: verdict["verdict"] for verdict in check(me)}
        self.assertEqual("pass", verdicts["token-in-header"])

    def test_a_client_that_repeats_a_plain_403_is_told_so(self):
        with self.assertRaisesRegex(AssertionError, "^final-403: was answered 403, and sent the same request again$"):
            check(stubborn, scenario="error-403", rules="final-403")

    def test_a_client_that_raises_has_told_its_failure(self):
        def submit(desk):
            ask(desk, desk.scoreflow_url + "/convert", b"")

        def silent(desk):
            try:
                submit(desk)
            except urllib.error.HTTPError:
                pass

        check(submit, scenario="error-402", rules="failure-is-surfaced")
        with self.assertRaisesRegex(AssertionError, "ended with success"):
            check(silent, scenario="error-402", rules="failure-is-surfaced")

    def test_a_client_without_requests_is_not_judged(self):
        with self.assertRaisesRegex(AssertionError, "no rule was exercised"):
            check(lambda desk: None)

    def test_a_scenario_that_there_is_none_of_is_a_mistake_of_the_test(self):
        with self.assertRaises(urllib.error.HTTPError):
            check(me, scenario="bussy")


if __name__ == "__main__":
    unittest.main()
