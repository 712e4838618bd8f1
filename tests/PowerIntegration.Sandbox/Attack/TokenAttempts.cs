using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Identity;
using PowerIntegration.Sandbox.Hosting;
using PowerIntegration.Tables;

namespace PowerIntegration.Sandbox.Attack;

/// <summary>What would be the user's to do, with a token that must not be taken.</summary>
internal sealed class TokenAttempts(
    Targets targets,
    GatewayAttempts gateway,
    ForgedTokens tokens,
    RunningSandbox sandbox,
    AttackSender sender,
    Choice choice
)
{
    /// <summary>Every kind, each as often as it is named.</summary>
    public IReadOnlyList<Func<SandboxUser, Attempt?>> Kinds => [AtDataverse, AtGateway, AtGatewayOnly];

    private Attempt AtDataverse(SandboxUser user)
    {
        var way = choice.Of([.. tokens.Ways.Keys]);
        var (method, path, body) = choice.Below(3) switch
        {
            0 => (HttpMethod.Get, "pint_documents?$select=pint_key", null),
            1 => (
                HttpMethod.Patch,
                $"pint_inboundevents({choice.Of(targets.Of(InboundEventTable.LogicalName)).Id})",
                new JsonObject { [InboundEventTable.EventState] = EventStateChoice.New }
            ),
            _ => (HttpMethod.Post, "pint_PrepareDocument", new JsonObject { ["DocumentId"] = choice.Of(targets.Documents).Id.ToString() }),
        };
        return Of(
            "use a bad token at Dataverse",
            user,
            way,
            $"{method} {path}",
            () => sender.DataverseAsync(tokens.Ways[way](user, sandbox.Root), method, path, body)
        );
    }

    private Attempt AtGateway(SandboxUser user)
    {
        var way = choice.Of([.. tokens.Ways.Keys]);
        var (method, path, body) = gateway.AnyOperation();
        return Of(
            "use a bad token at the gateway",
            user,
            way,
            $"{method} {path} {body?.ToJsonString()}",
            () => sender.GatewayAsync(tokens.Ways[way](user, GatewayIdentity.Audience), method, path, body)
        );
    }

    private Attempt? AtGatewayOnly(SandboxUser user)
    {
        // An application's token has no permission to be without, and its client is its own.
        if (user.IsApplication)
        {
            return null;
        }

        var way = choice.Of([.. tokens.WaysAtGateway.Keys]);
        var (method, path, body) = gateway.AnyOperation();
        return Of(
            "use a bad token at the gateway",
            user,
            way,
            $"{method} {path} {body?.ToJsonString()}",
            () => sender.GatewayAsync(tokens.WaysAtGateway[way](user), method, path, body)
        );
    }

    private static Attempt Of(string kind, SandboxUser user, string way, string what, Func<Task<AttackAnswer>> send) =>
        new(kind, $"{user.Name}, {way}", what, send) { MustBeRefused = true };
}
