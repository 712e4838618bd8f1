using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Identity;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>What the mapping administrator does about a code that maps to no Oracle task: one draft, over the Web API, with her own rights; a second
/// person activates it.</summary>
/// <param name="sandbox">The sandbox.</param>
internal sealed class DemoMapping(RunningSandbox sandbox)
{
    /// <summary>Reason code of a document whose code maps to no task.</summary>
    public const string ReasonCode = "wbs-unmapped";

    private const string TaskNumber = "|0784";

    /// <summary>True where the job has the Oracle task that the rule names.</summary>
    public static bool Fits(RunningSandbox sandbox) =>
        sandbox.Seed.Dataverse.Any(row =>
            row.Set == "pint_oracletasks" && row.Body["pint_key"]!.ToString().EndsWith(TaskNumber, StringComparison.Ordinal)
        );

    /// <summary>Who does it.</summary>
    public static string AdministratorName(RunningSandbox sandbox) => Administrator(sandbox).FullName;

    /// <summary>Who activates it.</summary>
    public static string ReviewerName(RunningSandbox sandbox) => Reviewer(sandbox).FullName;

    /// <summary>Adds the rule for the firestopping of the seeded job and lets a second person activate it.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="taskId">The suggested task that is accepted; null for the task that the administrator knows herself.</param>
    public async Task AddAsync(CancellationToken cancellation, string? taskId = null)
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
            ["pint_OracleTaskId@odata.bind"] = taskId is null
                ? $"pint_oracletasks(pint_key='{environment}|1|ORACLE|TASK|{project["pint_procoreid"]}{TaskNumber}')"
                : $"pint_oracletasks({taskId})",
            ["pint_expendituretype"] = "Subcontract",
            ["pint_validfrom"] = "2025-01-01",
        };
        await PostAsync(Administrator(sandbox), "pint_wbsmappingrules", rule, cancellation);
        await ActivateAsync(rule["pint_key"]!.ToString(), cancellation);
    }

    /// <summary>Reads rows as the administrator.</summary>
    public Task<JsonNode> AskAsync(string address, CancellationToken cancellation) =>
        SendAsync(Administrator(sandbox), HttpMethod.Get, address, null, cancellation);

    /// <summary>Calls a custom API as the administrator.</summary>
    public Task<JsonNode> CallAsync(string api, JsonObject inputs, CancellationToken cancellation) =>
        PostAsync(Administrator(sandbox), api, inputs, cancellation);

    // The second person sees what would change, and activates what was seen.
    private async Task ActivateAsync(string key, CancellationToken cancellation)
    {
        var person = Reviewer(sandbox);
        var found = await SendAsync(
            person,
            HttpMethod.Get,
            $"pint_wbsmappingrules?$select=pint_wbsmappingruleid&$filter=pint_key eq '{key}'",
            null,
            cancellation
        );
        var inputs = new JsonObject { ["Table"] = "pint_wbsmappingrule", ["RowId"] = found["value"]![0]!["pint_wbsmappingruleid"]!.ToString() };
        var shown = await PostAsync(person, "pint_Activate", inputs, cancellation);
        inputs["ContentHash"] = shown["ContentHash"]!.ToString();
        var answer = await PostAsync(person, "pint_Activate", inputs, cancellation);
        if (answer["State"]!.ToString() != "Activated")
        {
            throw new InvalidOperationException($"The mapping rule is not activated: {answer["Message"]}");
        }
    }

    private Task<JsonNode> PostAsync(SandboxUser user, string address, JsonObject body, CancellationToken cancellation) =>
        SendAsync(user, HttpMethod.Post, address, body, cancellation);

    private async Task<JsonNode> SendAsync(SandboxUser user, HttpMethod method, string address, JsonObject? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, $"{sandbox.Root}/api/data/v9.2/{address}");
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.Issuer.IssueToken(user, sandbox.Root));
        using var response = await sandbox.Client.SendAsync(request, cancellation);
        var text = await response.Content.ReadAsStringAsync(cancellation);
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text.Length == 0 ? "{}" : text)!
            : throw new InvalidOperationException($"Dataverse refuses {address}: {text}");
    }

    private static SandboxUser Administrator(RunningSandbox sandbox) => With(sandbox, "PowerIntegration Mapping Administrator").First();

    // Another person: who entered a draft does not activate it.
    private static SandboxUser Reviewer(RunningSandbox sandbox) =>
        With(sandbox, "PowerIntegration Controller").First(user => user.Name != Administrator(sandbox).Name);

    private static IEnumerable<SandboxUser> With(RunningSandbox sandbox, string role) =>
        sandbox.Seed.Users.Where(user => !user.IsApplication && user.SecurityRoles.Contains(role));
}
