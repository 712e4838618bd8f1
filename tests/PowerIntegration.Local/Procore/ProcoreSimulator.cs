using System.Text.Json.Nodes;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Procore.Access;
using PowerIntegration.Local.Procore.Actors;
using PowerIntegration.Local.Procore.Faults;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Resources;
using PowerIntegration.Local.Procore.Wbs;
using PowerIntegration.Local.Procore.Wire;
using PowerIntegration.Local.Storage;

namespace PowerIntegration.Local.Procore;

/// <summary>
/// Procore as the product meets it: OAuth, paging, limits, errors, the reads of subcontractor invoices, the answer to a workflow step, and the work
/// breakdown structure, in Procore's wire format. What it does not know it refuses by name. <see cref="ProcoreEndpoints"/> puts it on the network.
/// </summary>
public sealed class ProcoreSimulator
{
    /// <summary>Where tokens are asked for.</summary>
    internal const string TokenPath = "/oauth/token";

    private const string CompanyHeaderText = "Missing Procore-Company-Id header!";
    private readonly ProcoreStore store;
    private readonly TimeProvider clock;
    private readonly AccessTokens tokens;
    private readonly RateLimits limits;
    private readonly ProjectAccess access;
    private readonly IReadOnlyList<ProcoreRoute> routes;
    private readonly FileResource files;
    private readonly List<string> refusals = [];

    private ProcoreSimulator(ProcoreOptions options, ProcoreStore store, TimeProvider clock, IIdSource ids)
    {
        this.store = store;
        this.clock = clock;
        tokens = new AccessTokens(options, ids);
        limits = new RateLimits(options);
        access = new ProjectAccess(store);
        files = new FileResource(store, clock);
        Wbs = new WbsSettings(store);
        var structure = new WbsStructure(store);
        var items = new WbsItems(structure, Wbs, clock);
        var segments = new WbsSegments(structure, items, clock);
        var codes = new WbsCodes(structure, items, clock);
        routes =
        [
            .. new DirectoryResource(store, access).Routes,
            .. new PermissionResource(access).Routes,
            .. new WbsResource(structure, segments, items, codes, access).Routes,
            .. new CompanyWbsResource(structure, segments, items, access).Routes,
            .. new CommitmentResource(store, access).Routes,
            .. new PurchaseOrderResource(store, access).Routes,
            .. new BudgetResource(store, access).Routes,
            .. new DirectCostResource(store, access).Routes,
            .. new RequisitionResource(store, access, files).Routes,
            .. new WorkflowResource(store, access, clock).Routes,
            .. files.Routes,
        ];
        Actors = new ProcoreActors(store);
        WbsActors = new WbsActors(store, structure, items, codes);
    }

    /// <summary>The people who work in Procore.</summary>
    public ProcoreActors Actors { get; }

    /// <summary>The people who keep its work breakdown structure.</summary>
    public WbsActors WbsActors { get; }

    /// <summary>Every operation it supports, method and path template.</summary>
    public IReadOnlyList<string> Operations => [.. routes.Select(route => route.Name)];

    /// <summary>Calls by operation.</summary>
    public CallCounter Calls { get; } = new();

    /// <summary>Where calls are made to fail.</summary>
    public ProcoreFaults Faults { get; } = new();

    /// <summary>How the work breakdown structure behaves.</summary>
    public WbsSettings Wbs { get; }

    /// <summary>Requests no one taught the simulator, each in a sentence.</summary>
    public IReadOnlyList<string> Refusals
    {
        get
        {
            lock (store.Gate)
            {
                return [.. refusals];
            }
        }
    }

    /// <summary>Starts a simulator from its file, or from a seed where the file is new.</summary>
    /// <param name="options">Client and limits.</param>
    /// <param name="seed">Records by file name, from <see cref="Seed.SeedFolder.Procore"/>.</param>
    /// <param name="file">Where records are kept; null keeps them in memory. The caller closes it.</param>
    /// <param name="clock">Token lifetimes and limits.</param>
    /// <param name="ids">Where tokens come from.</param>
    /// <exception cref="Seed.SeedException">The seed has a kind or a record the simulator cannot use.</exception>
    public static ProcoreSimulator Open(
        ProcoreOptions options,
        IReadOnlyDictionary<string, JsonArray> seed,
        RowFile? file,
        TimeProvider clock,
        IIdSource ids
    ) => new(options, new ProcoreStore(seed, file), clock, ids);

    /// <summary>Answers one request.</summary>
    internal ProcoreAnswer Answer(ProcoreRequest request)
    {
        // One at a time: Procore's own order of concurrent reads is not documented and nothing depends on it.
        lock (store.Gate)
        {
            return request.Path == TokenPath && request.Method == "POST" ? Token(request)
                : request.Path.StartsWith(FileResource.StoragePath, StringComparison.Ordinal) && request.Method == "GET" ? Storage(request)
                : Rest(request);
        }
    }

    private ProcoreAnswer Token(ProcoreRequest request)
    {
        Calls.Count("POST " + TokenPath);
        var now = clock.GetUtcNow();
        return Faults.Take(now) ?? tokens.Issue(request, now);
    }

    private ProcoreAnswer Storage(ProcoreRequest request)
    {
        Calls.Count("GET " + FileResource.StoragePath + "{file_id}");
        return Faults.TakeFile(clock.GetUtcNow()) ?? files.Stored(request);
    }

    private ProcoreAnswer Rest(ProcoreRequest request)
    {
        foreach (var route in routes)
        {
            if (route.Match(request.Method, request.Path) is { } values)
            {
                Calls.Count(route.Name);
                var now = clock.GetUtcNow();
                return Faults.Take(now) is not { } fault ? Limited(route, values, request, now)
                    : fault.IsAfterEffect ? Lost(Limited(route, values, request, now), fault)
                    : fault;
            }
        }

        var sentence = $"The Procore simulator does not support {request.Method} {request.Path}. Add the operation to it, or call one that it has.";
        refusals.Add(sentence);
        return ProcoreAnswer.Error(404, sentence);
    }

    // What was done is done; only the answer does not arrive.
    private static ProcoreAnswer Lost(ProcoreAnswer answer, ProcoreAnswer fault) => answer.ConnectionLost ? answer : fault;

    private ProcoreAnswer Limited(ProcoreRoute route, IReadOnlyDictionary<string, string> values, ProcoreRequest request, DateTimeOffset now)
    {
        if (!tokens.IsValid(request.BearerToken, now))
        {
            return ProcoreAnswer.Error(401, "The access token is invalid");
        }

        var over = limits.Count(now, out var headers);
        return (over ?? Routed(route, values, request)).With(headers);
    }

    // The one place that catches refusals; the limits' headers come with them too.
    private ProcoreAnswer Routed(ProcoreRoute route, IReadOnlyDictionary<string, string> values, ProcoreRequest request)
    {
        if (!long.TryParse(request.CompanyId, NumberStyles.None, CultureInfo.InvariantCulture, out var company))
        {
            return new ProcoreAnswer(ProcoreGuesses.MissingCompanyStatus, null) { Text = CompanyHeaderText };
        }

        try
        {
            access.RequireCompany(company);
            return route.Answer(new ProcoreCall(request, new ProcoreQuery(route, request.Query), company, values));
        }
        catch (WireRefusalException refusal)
        {
            return refusal.Answer;
        }
    }
}
