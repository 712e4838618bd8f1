namespace PowerIntegration.Packer.Verification.Approvals;

/// <summary>
/// The tables of the platform's approvals service. They are in an environment once it has used approvals, so that a solution may refer to them
/// without describing them. Their rows have an owner, and the service alone writes them.
/// </summary>
internal static class ApprovalTables
{
    /// <summary>What is asked.</summary>
    public const string Approval = "msdyn_flow_approval";

    /// <summary>Who is asked.</summary>
    public const string Request = "msdyn_flow_approvalrequest";

    /// <summary>What someone answered.</summary>
    public const string Response = "msdyn_flow_approvalresponse";

    private static readonly string[] Verbs = ["Create", "Read", "Write", "Delete", "Append", "AppendTo", "Assign", "Share"];

    /// <summary>Logical names, which are the schema names too.</summary>
    public static IReadOnlyList<string> Names { get; } = [Approval, Request, Response];

    /// <summary>Name of the entity set of one of them.</summary>
    public static string SetOf(string table) => table + "s";

    /// <summary>The one that a parameter names, by its logical name or by its set; null for any other text.</summary>
    public static string? Find(string? name) => Names.FirstOrDefault(table => name == table || name == SetOf(table));

    /// <summary>True for a privilege that one of them brings; case counts.</summary>
    public static bool HavePrivilege(string privilege) => Names.Any(table => Verbs.Any(verb => privilege == $"prv{verb}{table}"));
}
