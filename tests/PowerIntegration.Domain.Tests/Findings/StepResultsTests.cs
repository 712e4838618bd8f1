using PowerIntegration.Domain.Findings;
using Xunit;

namespace PowerIntegration.Domain.Tests.Findings;

public sealed class StepResultsTests
{
    [Theory]
    [InlineData("""{"code":"commitment-unknown","detail":"SC-9 is not set up."}""", "422", "commitment-unknown", "SC-9 is not set up.", false)]
    [InlineData("""{"code":"procore-not-permitted","detail":"No permission."}""", "502", "procore-not-permitted", "No permission.", false)]
    [InlineData("""{"code":"oracle-unavailable","detail":"Oracle is down."}""", "503", "oracle-unavailable", "Oracle is down.", true)]
    [InlineData("""{"error":{"code":"0x80040265","message":"It changed."}}""", "400", null, "It changed.", true)]
    [InlineData("\"bad gateway\"", "502", null, "bad gateway", true)]
    [InlineData("\"<html><body>Sign in</body></html>\"", "403", null, null, true)]
    [InlineData("\"{ \\\"detail\\\": \\\"half\"", "500", null, null, true)]
    [InlineData("\"{\\\"code\\\":\\\"event-unknown\\\",\\\"detail\\\":\\\"As a text.\\\"}\"", "404", "event-unknown", "As a text.", false)]
    [InlineData("[null]", "400", null, null, true)]
    [InlineData("7", "500", null, null, true)]
    [InlineData("null", "500", null, null, true)]
    [InlineData("""{"detail":7,"message":{"a":1},"title":" "}""", "422", null, null, true)]
    public void Code_and_sentence_are_found_in_whatever_came(string body, string status, string? code, string? detail, bool isTechnical)
    {
        var failure = StepResults.Read(
            """[{"name":"Read_record","status":"Succeeded","outputs":{"body":{"detail":"not this"}}},"""
                + """{"name":"Prepare_document","status":"Failed","outputs":{"statusCode":"""
                + status
                + ""","body":"""
                + body
                + """}},{"name":"Later","status":"Skipped","outputs":null}]"""
        );
        Assert.Equal(("Prepare_document", code, detail, isTechnical), (failure.Step, failure.Code, failure.Detail, failure.IsTechnical));
        Assert.StartsWith($"Prepare document failed with status {status}", failure.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("[{\"name\":\"A\",\"status\":\"Succeeded\"}]")]
    [InlineData("[{\"name\":")]
    [InlineData("{\"a\":1}")]
    [InlineData("not JSON at all")]
    public void Results_that_tell_of_no_failure_are_a_technical_failure_without_a_name(string steps)
    {
        var failure = StepResults.Read(steps);
        Assert.True(failure.IsTechnical);
        Assert.StartsWith("A step failed without an answer", failure.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_answer_came_the_platform_says_why()
    {
        var failure = StepResults.Read(
            """[{"name":"Submit_document","status":"TimedOut","outputs":null,"error":{"code":"ActionTimedOut","message":"It took too long."}}]"""
        );
        Assert.StartsWith("Submit document failed", failure.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("It took too long.", failure.Sentence, StringComparison.Ordinal);
        Assert.Equal(OwnerRole.IntegrationAdministrator, failure.Owner);
    }

    [Fact]
    public void A_document_that_another_call_is_sending_is_no_failure() =>
        Assert.True(
            StepResults.Read("""[{"name":"S","status":"Failed","outputs":{"statusCode":409,"body":{"code":"document-claimed"}}}]""").IsHarmless
        );

    [Fact]
    public void A_long_sentence_is_cut() =>
        Assert.InRange(
            StepResults.Read("[{\"name\":\"S\",\"status\":\"Failed\",\"outputs\":{\"body\":\"" + new string('x', 9000) + "\"}}]").Sentence.Length,
            2000,
            2100
        );

    [Theory]
    [InlineData("wbs-unmapped", OwnerRole.MappingAdministrator)]
    [InlineData("no-open-period", OwnerRole.AccountsPayable)]
    [InlineData("procore-undecided", OwnerRole.ProjectManager)]
    [InlineData("opening-not-signed", OwnerRole.Controller)]
    [InlineData(null, OwnerRole.IntegrationAdministrator)]
    public void The_reason_says_whose_turn_it_is(string? code, OwnerRole owner) => Assert.Equal(owner, FindingOwners.Of(code));
}
