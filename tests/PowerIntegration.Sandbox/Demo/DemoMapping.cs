using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Identity;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>What the mapping administrator does about a code that maps to no Oracle task: one row, over the Web API, with her own rights.</summary>
/// <param name="sandbox">The sandbox.</param>
internal sealed class DemoMapping(RunningSandbox sandbox)
{
    /// <summary>Reason code of a document whose code maps to no task.</summary>
    public const string ReasonCode = "wbs-unmapped";

    private const string TaskNumber = "|0784";
    private const int Active = 723100001;

    /// <summary>True where the job has the Oracle task that the rule names.</summary>
    public static bool Fits(RunningSandbox sandbox) =>
        sandbox.Seed.Dataverse.Any(row =>
            row.Set == "pint_oracletasks" && row.Body["pint_key"]!.ToString().EndsWith(TaskNumber, StringComparison.Ordinal)
        );

    /// <summary>Who does it.</summary>
    public static string AdministratorName(RunningSandbox sandbox) => Administrator(sandbox).FullName;

    /// <summary>Adds the rule for the firestopping of the seeded job.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task AddAsync(CancellationToken cancellation)
    {
        var project = sandbox.Seed.Dataverse.First(row => row.Set == "pint_projects").Body;
        var environment = sandbox.Seed.Dataverse.First(row => row.Set == "pint_environments").Body["pint_key"]!.ToString();
        var rule = new JsonObject
        {
            ["pint_name"] = "Firestopping",
            ["pint_key"] = $"{environment}|1|RULE|{project["pint_procoreid"]}|07-840-SUB",
            ["pint_ProjectId@odata.bind"] = $"pint_projects(pint_key='{project["pint_key"]}')",
            ["pint_tasksegmentcode"] = "*",
            ["pint_costcode"] = "07-840",
            ["pint_costtype"] = "SUB",
            ["pint_OracleTaskId@odata.bind"] = $"pint_oracletasks(pint_key='{environment}|1|ORACLE|TASK|{project["pint_procoreid"]}{TaskNumber}')",
            ["pint_expendituretype"] = "Subcontract",
            ["pint_validfrom"] = "2025-01-01",
            ["pint_rulestate"] = Active,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{sandbox.Root}/api/data/v9.2/pint_wbsmappingrules")
        {
            Content = new StringContent(rule.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.Issuer.IssueToken(Administrator(sandbox), sandbox.Root));
        using var response = await sandbox.Client.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"Dataverse refuses the mapping rule: {await response.Content.ReadAsStringAsync(cancellation)}");
        }
    }

    private static SandboxUser Administrator(RunningSandbox sandbox) =>
        sandbox.Seed.Users.First(user => !user.IsApplication && user.SecurityRoles.Contains("PowerIntegration Mapping Administrator"));
}
