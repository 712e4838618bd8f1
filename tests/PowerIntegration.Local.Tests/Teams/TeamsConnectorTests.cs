using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Connectors;
using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Storage;
using PowerIntegration.Local.Teams;
using PowerIntegration.Local.Tests.Dataverse;
using Xunit;

namespace PowerIntegration.Local.Tests.Teams;

/// <summary>What the Teams connector posts, keeps and refuses.</summary>
public sealed class TeamsConnectorTests
{
    private const string ToPerson =
        "\"poster\":\"Flow bot\",\"location\":\"Chat with Flow bot\",\"body/recipient\":\"agent@contoso.example\",\"body/messageBody\":\"<p>Hi</p>\"";
    private const string ToChannel = "\"poster\":\"Flow bot\",\"location\":\"Channel\",\"body/messageBody\":\"<p>Hi</p>\"";

    [Fact]
    public async Task A_card_for_a_person_is_kept_over_a_restart()
    {
        await using var desk = TeamsDesk.Start();
        var answer = await desk.PostCardAsync(TeamsDesk.Card);
        Assert.Equal(200, answer.StatusCode);
        var posted = desk.Desk.Clock.GetUtcNow();
        desk.Desk.Clock.Advance(TimeSpan.FromMinutes(5));
        desk.Restart();
        var first = Assert.Single(desk.Service.Posted);
        Assert.Equal(new PostedMessage(first.Id, posted, "agent@contoso.example", null, true, TeamsDesk.Card), first);
        Assert.Equal((first.Id, $"http://desk.test/teams/messages/{first.Id}"), ((string)answer.Body!["id"]!, (string)answer.Body["messageLink"]!));

        await desk.PostCardAsync(TeamsDesk.Card, "Reader@contoso.example");
        Assert.Equal([first.Id, desk.Service.Posted[1].Id], desk.Service.Posted.Select(message => message.Id).Order(StringComparer.Ordinal));
        Assert.Equal(posted.AddMinutes(5), desk.Service.Posted[1].PostedOn);
        desk.Restart();
        Assert.Equal(["agent@contoso.example", "Reader@contoso.example"], desk.Service.Posted.Select(message => message.Recipient));
    }

    [Fact]
    public async Task A_message_goes_to_a_channel_with_its_subject()
    {
        await using var desk = TeamsDesk.Start();
        var answer = await CallAsync(
            desk,
            "PostMessageToConversation",
            "{" + ToChannel + ""","body/recipient/groupId":"g","body/recipient/channelId":"19:c","body/subject":"S","body/isAlert":true}"""
        );
        Assert.Equal("19:c", (string)answer.Body!["conversationId"]!);
        var posted = Assert.Single(desk.Service.Posted);
        Assert.Equal(("g/19:c", "S", false, "<p>Hi</p>"), (posted.Recipient, posted.Subject, posted.IsCard, posted.Content));
    }

    [Theory]
    [InlineData("no card", "is not valid JSON")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.4"}}""", "is not valid JSON")]
    [InlineData("[]", "is not an adaptive card")]
    [InlineData("""{"version":"1.4","body":[]}""", "is not an adaptive card")]
    [InlineData("""{"type":"MessageCard","version":"1.4"}""", "is not an adaptive card")]
    [InlineData("""{"type":"AdaptiveCard","body":[]}""", "the version ''")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.6"}""", "the version 1.6, and Teams shows cards of bots up to 1.5")]
    [InlineData(
        """{"type":"AdaptiveCard","version":"1.5","actions":[{"type":"Action.OpenUrl"},{"type":"Action.Submit","title":"Approve"}]}""",
        "The button 'Approve' at card.actions[1] is Action.Submit. A card that is posted without waiting takes no answer"
    )]
    [InlineData(
        """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Container","selectAction":{"type":"Action.Execute","title":"Go"}}]}""",
        "The button 'Go' at card.body[0].selectAction is Action.Execute"
    )]
    public async Task A_card_that_teams_does_not_show_or_that_no_one_can_answer_is_refused(string card, string sentence)
    {
        await using var desk = TeamsDesk.Start();
        AssertRefused(desk, await desk.PostCardAsync(card), 400, "BadRequest", sentence);
    }

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.5")]
    public async Task A_card_up_to_version_1_5_is_shown(string version)
    {
        await using var desk = TeamsDesk.Start();
        var card = TeamsDesk.Card.Replace("1.4", version, StringComparison.Ordinal);
        Assert.Equal(200, (await desk.PostCardAsync(card)).StatusCode);
    }

    [Fact]
    public async Task A_message_over_28_kilobytes_is_too_large()
    {
        await using var desk = TeamsDesk.Start();
        Assert.Equal(200, (await desk.PostCardAsync(CardOf(28 * 1024))).StatusCode);
        desk.Restart();
        AssertRefused(desk, await desk.PostCardAsync(CardOf((28 * 1024) + 1)), 413, "RequestEntityTooLarge", "28,673 bytes", already: 1);
    }

    [Theory]
    [InlineData("nobody@contoso.example")]
    [InlineData("flowdev@microsoft.com")]
    public async Task Whoever_is_no_person_of_the_environment_gets_nothing(string address)
    {
        await using var desk = TeamsDesk.Start();
        AssertRefused(desk, await desk.PostCardAsync(TeamsDesk.Card, address), 400, "BadRequest", $"'{address}' is not the address");
    }

    [Fact]
    public async Task A_person_switched_off_gets_nothing_and_an_empty_message_is_none()
    {
        await using var desk = TeamsDesk.Start();
        AssertRefused(
            desk,
            await CallAsync(desk, "PostMessageToConversation", "{" + ToPerson.Replace("<p>Hi</p>", " ", StringComparison.Ordinal) + "}"),
            400,
            "BadRequest",
            "is empty"
        );
        desk.Desk.Service.Update(new Entity("systemuser", Desk.Agent.SystemUserId) { ["isdisabled"] = true });
        AssertRefused(desk, await desk.PostCardAsync(TeamsDesk.Card), 400, "BadRequest", "enabled user");
    }

    [Fact]
    public async Task Over_a_hundred_calls_a_minute_the_connection_waits()
    {
        await using var desk = TeamsDesk.Start();
        desk.Desk.Clock.Advance(TimeSpan.FromSeconds(20));
        for (var call = 1; call <= 99; call++)
        {
            Assert.Equal(200, (await desk.PostCardAsync(TeamsDesk.Card)).StatusCode);
        }

        // A call that Teams refuses counts too; one that is never sent does not.
        Assert.Equal(400, (await desk.PostCardAsync("{}")).StatusCode);
        await Assert.ThrowsAsync<ConnectorRefusalException>(() => desk.CallAsync("PostCardToConversation", []));
        var answer = await desk.PostCardAsync(TeamsDesk.Card);
        Assert.Equal((429, "40"), (answer.StatusCode, answer.Headers["retry-after"]));
        Assert.Equal("Rate limit is exceeded. Try again in 40 seconds.", (string)answer.Body!["message"]!);
        Assert.Equal(99, desk.Service.Posted.Count);

        var another = new TeamsConnector(desk.Service, desk.Desk.Clock);
        var call101 = new ConnectorCall("PostMessageToConversation", (JsonObject)JsonText.Parse("{" + ToPerson + "}")!, "run-1");
        Assert.Equal(200, (await another.InvokeAsync(call101, TestContext.Current.CancellationToken)).StatusCode);
        desk.Desk.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(200, (await desk.PostCardAsync(TeamsDesk.Card)).StatusCode);
    }

    [Theory]
    [InlineData("PostCardAndWaitForResponse", "{}", "'PostCardAndWaitForResponse' is not implemented by this runtime")]
    [InlineData("PostAnything", "{}", "'PostAnything' does not exist")]
    [InlineData("PostCardToConversation", """{"poster":"Flow bot","location":"Channel"}""", "needs 'body/messageBody'")]
    [InlineData("PostCardToConversation", "{" + ToPerson + ""","body/subject":"S"}""", "has no parameter 'body/subject'")]
    [InlineData("PostMessageToConversation", "{" + ToPerson + ""","body/isAlert":"yes"}""", "'body/isAlert' as true or false")]
    [InlineData("PostMessageToConversation", "{" + ToChannel + "}", "needs 'body/recipient/groupId' for the location 'Channel'")]
    [InlineData(
        "PostMessageToConversation",
        "{" + ToChannel + ""","body/recipient/groupId":"g","body/recipient/channelId":""}""",
        "needs 'body/recipient/channelId' for the location 'Channel'"
    )]
    [InlineData(
        "PostMessageToConversation",
        "{" + ToPerson + ""","body/recipient/groupId":"g"}""",
        "has no parameter 'body/recipient/groupId' for the location 'Chat with Flow bot'"
    )]
    [InlineData(
        "PostMessageToConversation",
        """{"poster":"User","location":"Channel","body/messageBody":"m"}""",
        "got \"User\" for 'poster', which this runtime does not implement"
    )]
    [InlineData(
        "PostMessageToConversation",
        """{"poster":"Flow bot","location":"Group chat","body/recipient":"19:x","body/messageBody":"m"}""",
        "got \"Group chat\" for 'location', which this runtime does not implement"
    )]
    public async Task What_is_not_implemented_or_does_not_fit_is_refused_by_name(string operation, string parameters, string sentence)
    {
        await using var desk = TeamsDesk.Start();
        var refusal = await Assert.ThrowsAsync<ConnectorRefusalException>(() => CallAsync(desk, operation, parameters));
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.Empty(desk.Service.Posted);
    }

    [Theory]
    [InlineData("record", "{}", "the unknown kind 'record'")]
    [InlineData("message", "[]", "holds the message 1")]
    public async Task A_file_of_something_else_is_refused(string kind, string json, string sentence)
    {
        await using var desk = TeamsDesk.Start();
        using var file = RowFile.Open(desk.Store + ".other");
        file.Commit([new StoredRow(kind, "1", json)]);
        var refusal = Assert.Throws<StoreRefusedException>(() =>
            TeamsService.Open(desk.Desk.Dataverse, desk.Desk.Clock, file, new Uri("http://desk.test/"))
        );
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }

    private static Task<ConnectorResponse> CallAsync(TeamsDesk desk, string operation, string parameters) =>
        desk.CallAsync(operation, (JsonObject)JsonText.Parse(parameters)!);

    private static string CardOf(int bytes) =>
        TeamsDesk.Card.Replace("a word", new string('x', bytes - TeamsDesk.Card.Length + "a word".Length), StringComparison.Ordinal);

    private static void AssertRefused(TeamsDesk desk, ConnectorResponse answer, int status, string code, string sentence, int already = 0)
    {
        Assert.Equal((status, code), (answer.StatusCode, (string)answer.Body!["error"]!["code"]!));
        Assert.Contains(sentence, (string)answer.Body["error"]!["message"]!, StringComparison.Ordinal);
        Assert.Equal(already, desk.Service.Posted.Count);
    }
}
