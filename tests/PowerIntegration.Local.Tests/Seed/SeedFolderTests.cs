using PowerIntegration.Local.Oracle.Payables;
using PowerIntegration.Local.Seed;
using PowerIntegration.Local.Storage;
using Xunit;

namespace PowerIntegration.Local.Tests.Seed;

public sealed class SeedFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("seed").FullName;

    public SeedFolderTests()
    {
        foreach (var file in Directory.EnumerateFiles(LakeshoreSeed.Path, "*.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(LakeshoreSeed.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Dataverse_rows_come_in_the_order_of_the_file_names()
    {
        var sets = SeedFolder.Load(folder).Dataverse.Select(row => row.Set).Distinct();
        Assert.Equal(
            [
                "pint_environments",
                "pint_payablessetups",
                "pint_oracleperiods",
                "pint_projects",
                "pint_oracletasks",
                "pint_wbsmappingrules",
                "pint_ownershiprules",
                "pint_approvalauthoritys",
                "pint_vendorlinks",
                "pint_commitments",
                "pint_commitmenttermss",
                "pint_recordlinks",
            ],
            sets
        );
    }

    [Theory]
    [InlineData("procore/vendors.json", "[1]", "procore/vendors.json", "row 1")]
    [InlineData("procore/vendors.json", "{}", "procore/vendors.json", "list of rows")]
    [InlineData("procore/vendors.json", "[{\"id\": 1}\n,", "procore/vendors.json", "line 2")]
    [InlineData("dataverse/10-pint_environments.json", "[]", "dataverse/10-pint_environments.json", "rows")]
    [InlineData(
        "dataverse/10-pint_environments.json",
        "{\"set\": \"pint_environments\", \"rows\": [{\"pint_name\": \"x\"}]}",
        "row 1, field pint_key",
        "alternate key"
    )]
    [InlineData("users.json", "[{\"name\": \"x\"}]", "users.json", "objectId")]
    [InlineData("months.json", "{\"months\": [{\"name\": \"October\", \"perod_id\": 1}]}", "months.json", "perod_id")]
    public void Bad_content_is_refused_with_file_and_place(string file, string content, string named, string alsoNamed)
    {
        File.WriteAllText(Path.Combine(folder, file), content);
        var refusal = Assert.Throws<SeedException>(() => SeedFolder.Load(folder));
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(alsoNamed, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_that_is_no_number_is_refused_with_its_place()
    {
        var path = Path.Combine(folder, "months.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"412630.15\"", "\"412,630.15\"", StringComparison.Ordinal));
        var refusal = Assert.Throws<SeedException>(() => SeedFolder.Load(folder));
        Assert.Contains("$.months[0].invoices[1].items[2].materials_presently_stored", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Oracle_simulator_takes_the_shipped_files() => Assert.NotNull(OracleSeed.Load(Path.Combine(folder, "oracle")));

    [Fact]
    public void A_missing_file_is_refused_by_name()
    {
        File.Delete(Path.Combine(folder, "months.json"));
        Assert.Contains("months.json", Assert.Throws<SeedException>(() => SeedFolder.Load(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_another_layout_is_refused_by_its_own_name()
    {
        Directory.Delete(Path.Combine(folder, "procore"), recursive: true);
        Assert.Contains(
            Path.Combine(folder, "procore"),
            Assert.Throws<SeedException>(() => SeedFolder.Load(folder)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_missing_folder_is_refused_by_name() =>
        Assert.Contains(
            "nowhere",
            Assert.Throws<SeedException>(() => SeedFolder.Load(Path.Combine(folder, "nowhere"))).Message,
            StringComparison.Ordinal
        );
}
