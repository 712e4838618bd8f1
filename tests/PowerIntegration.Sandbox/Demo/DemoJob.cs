using PowerIntegration.Local.Seed;

namespace PowerIntegration.Sandbox.Demo;

/// <summary>The project that the demo bills, as the data folder describes it.</summary>
internal sealed record DemoJob(string Company, string ProjectId, string Place, string Currency, IReadOnlyList<string> Subcontracts)
{
    /// <summary>Reads it.</summary>
    public static DemoJob Of(SeedFolder seed)
    {
        var row = seed.Dataverse.First(row => row.Set == "pint_projects").Body;
        var id = row["pint_procoreid"]!.ToString();
        var project = seed.Procore["projects"].First(candidate => candidate!["id"]!.ToString() == id)!;
        return new DemoJob(
            seed.Dataverse.First(row => row.Set == "pint_environments").Body["pint_procorecompanyid"]!.ToString(),
            id,
            $"{project["name"]}, {project["city"]}, {project["state_code"]}",
            row["pint_currency"]!.ToString(),
            [
                .. seed.Procore["work_order_contracts"]
                    .Where(contract => contract!["project"]!["id"]!.ToString() == id)
                    .Select(contract => $"{contract!["number"]}  {contract["vendor"]!["company"]}: {contract["title"]}"),
            ]
        );
    }
}
