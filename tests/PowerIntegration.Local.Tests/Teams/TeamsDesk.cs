using System.Text.Json.Nodes;
using PowerIntegration.Local.Connectors;
using PowerIntegration.Local.Storage;
using PowerIntegration.Local.Teams;
using PowerIntegration.Local.Tests.Dataverse;
using PowerIntegration.Local.Tests.Storage;
using Xunit;

namespace PowerIntegration.Local.Tests.Teams;

/// <summary>Teams over the people of the fixture's Dataverse, with one connection.</summary>
internal sealed class TeamsDesk : IAsyncDisposable
{
    public const string Card = """{"type":"AdaptiveCard","version":"1.4","body":[{"type":"TextBlock","text":"Action.Submit is a word"}]}""";

    private readonly TemporaryFolder folder = new();
    private RowFile file;

    private TeamsDesk(Desk desk)
    {
        Desk = desk;
        file = RowFile.Open(Store);
        Open();
    }

    public Desk Desk { get; }

    public TeamsService Service { get; private set; } = null!;

    public TeamsConnector Connector { get; private set; } = null!;

    public string Store => folder.File("teams.db");

    public static TeamsDesk Start() => new(Desk.Start());

    public void Restart()
    {
        file.Dispose();
        file = RowFile.Open(Store);
        Open();
    }

    public Task<ConnectorResponse> PostCardAsync(string card, string recipient = "agent@contoso.example") =>
        CallAsync(
            "PostCardToConversation",
            new JsonObject
            {
                ["poster"] = "Flow bot",
                ["location"] = "Chat with Flow bot",
                ["body/recipient"] = recipient,
                ["body/messageBody"] = card,
            }
        );

    public Task<ConnectorResponse> CallAsync(string operation, JsonObject parameters) =>
        Connector.InvokeAsync(new ConnectorCall(operation, parameters, "run-1"), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        file.Dispose();
        folder.Dispose();
        await Desk.DisposeAsync();
    }

    private void Open()
    {
        Service = TeamsService.Open(Desk.Dataverse, Desk.Clock, file, new Uri("http://desk.test/"));
        Connector = new TeamsConnector(Service, Desk.Clock);
    }
}
