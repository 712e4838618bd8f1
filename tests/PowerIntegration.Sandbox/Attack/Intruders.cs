using PowerIntegration.Local.Identity;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Attack;

/// <summary>
/// Everyone who tries, each alone. Two of them together may do more than one: what needs two people is tried of each row by the same one, so that no
/// one confirms what another one asked for.
/// </summary>
internal sealed class Intruders
{
    private const string SystemAdministrator = "System Administrator";
    private static readonly string[] RolesOfTwo =
    [
        SystemAdministrator,
        "PowerIntegration Controller",
        "PowerIntegration Mapping Administrator",
        "PowerIntegration Vendor Master",
    ];

    private readonly RunningSandbox sandbox;
    private readonly Dictionary<(string User, string Resource), (DateTimeOffset At, string Token)> tokens = [];

    /// <summary>Everyone of the job, and the system administrator.</summary>
    public Intruders(RunningSandbox sandbox)
    {
        this.sandbox = sandbox;
        All = [.. sandbox.Seed.Users, SeedLoader.Activator];
        var strong = All.Where(user => IsSystemAdministrator(user) || IsController(user) || user.Name == AttackedJob.Impostor).ToList();
        Drawn = [.. All, .. strong, .. strong];
        Deciding = [.. All.Where(user => user.SecurityRoles.Any(RolesOfTwo.Contains))];
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<SandboxUser> All { get; }

    /// <summary>Out of whom each attempt draws one: those with rights more often than those whom every door is closed to.</summary>
    public IReadOnlyList<SandboxUser> Drawn { get; }

    /// <summary>Those who may do one half of what needs two people.</summary>
    public IReadOnlyList<SandboxUser> Deciding { get; }

    /// <summary>The registered gateway: it may do what it is for.</summary>
    public static bool IsGateway(SandboxUser user) => user.Name == SandboxParts.GatewayUserName;

    /// <summary>Whoever may change every row that no plug-in protects.</summary>
    public static bool IsSystemAdministrator(SandboxUser user) => user.SecurityRoles.Contains(SystemAdministrator);

    /// <summary>True where a controller's decision is the user's to take, alone.</summary>
    public static bool IsController(SandboxUser user) => IsSystemAdministrator(user) || user.SecurityRoles.Contains("PowerIntegration Controller");

    /// <summary>True where the user may try what needs two people with the row: those who have no part in it, and one of those who have.</summary>
    public bool MayTry(SandboxUser user, Guid row) =>
        !Deciding.Contains(user) || Deciding[row.ToByteArray().Sum(one => one) % Deciding.Count] == user;

    /// <summary>A right token of the user; the same one until the clock moves.</summary>
    public string Token(SandboxUser user, string resource)
    {
        var now = sandbox.Clock.GetUtcNow();
        if (!tokens.TryGetValue((user.Name, resource), out var known) || known.At != now)
        {
            tokens[(user.Name, resource)] = known = (now, sandbox.Issuer.IssueToken(user, resource));
        }

        return known.Token;
    }

    /// <summary>A right token for Dataverse.</summary>
    public string ForDataverse(SandboxUser user) => Token(user, sandbox.Root);
}
