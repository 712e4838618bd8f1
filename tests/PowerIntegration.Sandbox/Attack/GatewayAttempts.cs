using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Identity;
using PowerIntegration.Sandbox.Hosting;
using PowerIntegration.Tables;

namespace PowerIntegration.Sandbox.Attack;

/// <summary>The gateway's operations, and the page's forms.</summary>
internal sealed class GatewayAttempts(Targets targets, Intruders intruders, AttackSender sender, Choice choice)
{
    private readonly Dictionary<string, string?> sessions = new(StringComparer.Ordinal);

    /// <summary>Every kind, each as often as it is named.</summary>
    public IReadOnlyList<Func<SandboxUser, Attempt?>> Kinds => [Submit, Submit, Read, List, Page, PageAnswer, PageWithoutSession];

    /// <summary>The page's reversals, tried once nothing follows any more.</summary>
    public IReadOnlyList<Func<SandboxUser, Attempt?>> KindsAtTheEnd => [PageReversal];

    /// <summary>An operation that only a caller with the role Submit may use, as a token that must not be taken tries it.</summary>
    public (HttpMethod Method, string Path, JsonObject? Body) AnyOperation() =>
        choice.Below(5) switch
        {
            0 => (HttpMethod.Post, "oracle/documents/attach", new JsonObject { ["documentId"] = Document() }),
            1 => (HttpMethod.Post, "oracle/holds/check", new JsonObject { ["documentId"] = Document() }),
            2 => (HttpMethod.Post, "records/read", new JsonObject { ["eventId"] = Event() }),
            _ => (HttpMethod.Post, "oracle/documents/submit", new JsonObject { ["documentId"] = Document() }),
        };

    private Attempt Submit(SandboxUser user)
    {
        var (method, path, body) = AnyOperation();
        return Of("use the gateway", user, method, path, body);
    }

    private Attempt Read(SandboxUser user) =>
        choice.OneIn(3)
            ? Of("use the gateway", user, HttpMethod.Post, choice.OneIn(2) ? "procore/changes/detect" : "anchors", [])
            : Of("use the gateway", user, HttpMethod.Post, "records/read", new JsonObject { ["eventId"] = choice.OneIn(3) ? Document() : Event() });

    private Attempt List(SandboxUser user) =>
        Of(
            "use the gateway",
            user,
            HttpMethod.Get,
            choice.Of(["procore/projects", "procore/projects/1/commitments", "oracle/projects/..%2F..%2Finvoices/tasks", "connection", "invoices"]),
            null
        );

    private Attempt? Page(SandboxUser user)
    {
        if (user.IsApplication)
        {
            return null;
        }

        var path = $"documents/{Document()}/retry";
        return new Attempt("use the page", user.Name, $"POST {path}", async () => await sender.PageAsync(path, await SessionAsync(user)));
    }

    // The answer of whoever is asked is no attempt.
    private Attempt? PageAnswer(SandboxUser user)
    {
        var approval = choice.Of(targets.PlatformApprovals.Select(row => row.Id).ToList(), choice.Id());
        if (user.IsApplication || targets.IsAsked(user.SystemUserId, approval))
        {
            return null;
        }

        var answer = choice.OneIn(3) ? "Reject" : "Approve";
        return new Attempt(
            "answer on the page",
            user.Name,
            $"POST approvals/{approval} with {answer}",
            async () => await sender.PageAsync($"approvals/{approval}", await SessionAsync(user), ("answer", answer), ("comment", "Mine"))
        );
    }

    // Without a session, and with one that was invented.
    private Attempt PageWithoutSession(SandboxUser user)
    {
        var session = choice.OneIn(2) ? null : choice.Hash().ToUpperInvariant();
        var document = Document();
        var approval = choice.Of(targets.PlatformApprovals.Select(row => row.Id).ToList(), choice.Id());
        var path = choice.Of([$"documents/{document}/retry", $"documents/{document}/reversal", $"approvals/{approval}", "months/next"]);
        return new Attempt(
            "use the page without signing in",
            session is null ? "no one" : "an invented session",
            $"POST {path} as {user.Name}",
            () => sender.PageAsync(path, session, ("reason", "Mine"), ("answer", "Approve"), ("user", user.Name))
        );
    }

    private Attempt? PageReversal(SandboxUser user)
    {
        var document = choice.Of(targets.Documents).Id;
        return user.IsApplication || !intruders.MayTry(user, document)
            ? null
            : new Attempt(
                "use the page",
                user.Name,
                $"POST documents/{document}/reversal, with a reason and without",
                async () =>
                {
                    var session = await SessionAsync(user);
                    await sender.PageAsync($"documents/{document}/reversal", session, ("reason", "Mine"));
                    return await sender.PageAsync($"documents/{document}/reversal", session, ("reason", ""));
                }
            );
    }

    private async Task<string?> SessionAsync(SandboxUser user)
    {
        if (!sessions.TryGetValue(user.Name, out var known))
        {
            sessions[user.Name] = known = await sender.SignInAsync(user.Name);
        }

        return known;
    }

    private string Document() => (choice.OneIn(8) ? choice.Id() : choice.Of(targets.Documents).Id).ToString();

    private string Event() => choice.Of(targets.Of(InboundEventTable.LogicalName)).Id.ToString();

    private Attempt Of(string kind, SandboxUser user, HttpMethod method, string path, JsonObject? body) =>
        new(
            kind,
            user.Name,
            $"{method} {path} {body?.ToJsonString()}",
            () => sender.GatewayAsync(intruders.Token(user, GatewayIdentity.Audience), method, path, body)
        );
}
