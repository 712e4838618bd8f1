using PowerIntegration.Domain.Dates;
using PowerIntegration.Domain.Wbs;
using PowerIntegration.Domain.Wbs.Coverage;

namespace PowerIntegration.Benchmarks;

/// <summary>How long the coding of a code takes, and whether the proof of a project grows with its codes alone.</summary>
internal static class MappingBenchmark
{
    private const int Resolutions = 1_000_000;
    private const int Small = 1_000;
    private const int Large = 10_000;
    private const int Rounds = 9;

    private static readonly CalendarDate Day = new(2026, 6, 30);
    private static readonly IReadOnlyList<CalendarDate> Year = CoverageDays.Between(new CalendarDate(2026, 1, 31), new CalendarDate(2026, 12, 31));

    /// <summary>Measures and prints.</summary>
    /// <param name="clock">Measures.</param>
    public static int Run(TimeProvider clock)
    {
        var (mapping, codes) = Project(Large);
        var resolved = Measure(clock, () => Resolve(mapping, codes));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Resolutions:N0} resolutions: {resolved.TotalSeconds:N2} s (goal 2 s)"));
        // One project of ten thousand codes beside ten projects of a thousand, so that both read the same memory.
        var small = Enumerable.Range(0, Large / Small).Select(_ => Project(Small)).ToList();
        var one = Measure(clock, () => small.ForEach(project => ProjectCoverage.Of(project.Codes, project.Mapping, Year)));
        var ten = Measure(clock, () => ProjectCoverage.Of(codes, mapping, Year));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Proof of {Small:N0} codes over {Year.Count} dates: {one.TotalMilliseconds / small.Count:N1} ms, of {Large:N0} codes: "
                    + $"{ten.TotalMilliseconds:N1} ms. Ten times the codes take {ten.TotalMilliseconds * small.Count / one.TotalMilliseconds:N1} times as long (goal 11)"
            )
        );
        return 0;
    }

    private static void Resolve(WbsMapping mapping, IReadOnlyList<UsedCode> codes)
    {
        for (var number = 0; number < Resolutions; number++)
        {
            CodeDecision.Of(codes[number % codes.Count].Codes, CodeUse.OfSupplierInvoices, mapping, Day);
        }
    }

    // The median: a single round may meet a collection or another process.
    private static TimeSpan Measure(TimeProvider clock, Action act)
    {
        act();
        var times = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
        {
            var start = clock.GetTimestamp();
            act();
            times.Add(clock.GetElapsedTime(start));
        }

        times.Sort();
        return times[Rounds / 2];
    }

    // Every code has a rule of its own, a rule for its beginning and one for its cost type; one code in a hundred has none that fits.
    private static (WbsMapping Mapping, IReadOnlyList<UsedCode> Codes) Project(int size)
    {
        var codes = Enumerable.Range(0, size).Select(Code).ToList();
        var rules = codes
            .Where((_, place) => place % 100 != 0)
            .Select((code, place) => Rule("R" + place, CodePattern.Exact(code.Codes.CostCode!), "T" + (place % 500)))
            .Concat(Enumerable.Range(10, 40).Select(beginning => Rule("P" + beginning, CodePattern.StartingWith(beginning + "-9"), "T1")));
        return (
            new WbsMapping
            {
                ProjectNumber = "P",
                ExpenditureOrganization = "Org",
                BusinessUnit = "Unit",
                TaskSource = TaskSource.Rule,
                Rules = new MappingRules(rules),
                Tasks = new ProjectTasks(Enumerable.Range(0, 500).Select(Task)),
                Controls = [.. Enumerable.Range(0, 20).Select(number => new TransactionControl("T" + number, "Equipment", null, null))],
                Catalog = Catalog,
            },
            codes
        );
    }

    private static OracleCatalog Catalog =>
        new(
            [
                new OracleExpenditureType
                {
                    Name = "Subcontract",
                    Classes = ["VI"],
                    IsActive = true,
                },
            ],
            [
                new OracleOrganization
                {
                    Name = "Org",
                    BusinessUnit = "Unit",
                    OwnsExpenditures = true,
                },
            ]
        );

    private static UsedCode Code(int number) =>
        new()
        {
            Key = "K|" + number,
            FlatCode = "C" + number,
            Codes = new SegmentCodes(null, string.Create(CultureInfo.InvariantCulture, $"{10 + (number % 40)}-{number:D5}"), "SUB"),
            OpenAmount = 1m,
        };

    private static WbsMappingRule Rule(string key, CodePattern code, string task) =>
        new()
        {
            Key = key,
            CostCode = code,
            CostType = CodePattern.Exact("SUB"),
            TaskNumber = task,
            ExpenditureType = "Subcontract",
        };

    private static ProjectTask Task(int number) =>
        new()
        {
            TaskNumber = "T" + number,
            IsLowestLevel = true,
            IsChargeable = true,
        };
}
