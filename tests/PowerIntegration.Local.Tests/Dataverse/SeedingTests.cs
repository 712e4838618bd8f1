using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Dataverse;
using PowerIntegration.Local.Storage;
using PowerIntegration.Local.Tests.Storage;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

/// <summary>A start that is killed while it seeds, at every row.</summary>
public sealed class SeedingTests
{
    private const int Rows = 12;

    [Fact]
    public void A_seed_cut_off_at_any_row_is_made_again_and_equals_one_that_was_not()
    {
        using var folder = new TemporaryFolder();
        var solution = new DeskSolution(folder.File("solution"));
        // A row's plug-in writes too: a seed is cut off between a row and what follows from it only where the two are not one transaction.
        solution.Step(
            "Create",
            "cts_customer",
            40,
            plug => plug.Service.Create(new Entity("cts_case") { ["cts_name"] = "of " + plug.Target.GetAttributeValue<string>("cts_name") })
        );
        var clean = Seeded(solution.Folder, folder.File("clean.db"), _ => { });
        Assert.Equal(Rows, clean.Count(row => row.Kind == "cts_case"));
        var copies = new List<string>();
        Seeded(solution.Folder, folder.File("dataverse.db"), _ => copies.Add(Path.Combine(folder.Copy(), "dataverse.db")));
        Assert.Equal(Rows + 1, copies.Count);
        foreach (var copy in copies)
        {
            using (var left = RowFile.Open(copy))
            {
                Assert.Empty(left.Load());
            }

            Assert.Equal(clean, Seeded(solution.Folder, copy, _ => { }));
        }
    }

    [Fact]
    public void A_store_that_was_seeded_is_not_new_and_every_later_commit_lasts()
    {
        using var folder = new TemporaryFolder();
        var solution = new DeskSolution(folder.File("solution"));
        Seeded(solution.Folder, folder.File("dataverse.db"), _ => { });
        using (var dataverse = Start(solution.Folder, folder.File("dataverse.db")))
        {
            Assert.False(dataverse.IsNew);
            dataverse.CreateService(null).Create(new Entity("cts_customer") { ["cts_name"] = "Later" });
            using var left = Start(solution.Folder, Path.Combine(folder.Copy(), "dataverse.db"));
            Assert.Equal(Rows + 1, left.CreateService(null).RetrieveMultiple(new QueryExpression("cts_customer")).Entities.Count);
        }
    }

    [Fact]
    public void Rows_of_a_table_that_no_solution_defines_are_named_with_their_file()
    {
        using var folder = new TemporaryFolder();
        var solution = new DeskSolution(folder.File("solution"));
        using (var file = RowFile.Open(folder.File("dataverse.db")))
        {
            file.Commit([new StoredRow("new_thing", "1", "{}")]);
        }

        var refusal = Assert.Throws<StoreRefusedException>(() => Start(solution.Folder, folder.File("dataverse.db")));
        Assert.Contains(folder.File("dataverse.db"), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'new_thing'", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"cts_nothing":1,"versionnumber":1}""")]
    [InlineData("""{"cts_name":"a"}""")]
    [InlineData("""{"cts_name":5,"versionnumber":1}""")]
    [InlineData("{")]
    public void A_row_that_cannot_be_read_is_named_with_its_file(string json)
    {
        using var folder = new TemporaryFolder();
        var solution = new DeskSolution(folder.File("solution"));
        using (var file = RowFile.Open(folder.File("dataverse.db")))
        {
            file.Commit([new StoredRow("cts_customer", "0b000000-0000-4000-8000-0000000000aa", json)]);
        }

        var refusal = Assert.Throws<StoreRefusedException>(() => Start(solution.Folder, folder.File("dataverse.db")));
        Assert.Contains(folder.File("dataverse.db"), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("0b000000-0000-4000-8000-0000000000aa", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    [InlineData(0)]
    public async Task A_text_that_no_row_can_keep_is_refused_from_a_plugin_too(int character)
    {
        await using var desk = Desk.Start();
        var text = $"half {(char)character} of a face";
        var (code, message) = Desk.Fault(() => desk.Service.Create(new Entity("cts_customer") { ["cts_name"] = text }));
        Assert.Equal(0x80040203u, code);
        Assert.Contains("'cts_name' of 'cts_customer'", message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<StoredRow> Seeded(string solution, string store, Action<int> afterRow)
    {
        using (var dataverse = Start(solution, store))
        {
            Assert.True(dataverse.IsNew);
            afterRow(0);
            for (var row = 1; row <= Rows; row++)
            {
                dataverse
                    .CreateService(null)
                    .Create(new Entity("cts_customer") { ["cts_name"] = $"Customer {row}", ["cts_externalref"] = $"X-{row}" });
                afterRow(row);
            }

            dataverse.KeepSeed();
        }

        using var file = RowFile.Open(store);
        Assert.Equal(Rows, file.Load().Count(row => row.Kind == "cts_customer"));
        return file.Load();
    }

    private static LocalDataverse Start(string solution, string store) =>
        LocalDataverse.Start(
            new LocalDataverseOptions
            {
                SolutionFolders = [solution],
                PluginAssemblyFiles = [typeof(SeedingTests).Assembly.Location],
                StorePath = store,
                HoldsSeed = true,
                TimeProvider = new DrivenClock(new DateTimeOffset(2025, 11, 3, 14, 0, 0, TimeSpan.Zero)),
                IdSource = new SeededIdSource(7),
                Users = [Desk.Admin],
                BaseUrl = Desk.BaseUrl,
            }
        );
}
