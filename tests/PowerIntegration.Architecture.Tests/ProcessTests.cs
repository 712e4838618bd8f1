using System.Text.RegularExpressions;
using PowerIntegration.Architecture.Tests.Sources;
using Xunit;

namespace PowerIntegration.Architecture.Tests;

/// <summary>A process lies in folders of its own, with the same name in every project, and shared rooms name it as seldom as can be.</summary>
public sealed partial class ProcessTests
{
    private const string Room = "Processes/";

    /// <summary>
    /// Files of shipped projects that name a process outside its folders; generated files are not counted. The list may only become shorter.
    /// </summary>
    private static readonly string[] KnownPlaces =
    [
        "connector/PowerIntegration.Gateway/Hosting/ShippedProcesses.cs",
        "plugins/PowerIntegration.Domain/Documents/DocumentKind.cs",
        "plugins/PowerIntegration.Plugins/Dispatch/ShippedProcesses.cs",
    ];

    public static TheoryData<string> Rooms =>
        ["PowerIntegration.Domain", "PowerIntegration.Tables", "PowerIntegration.Plugins", "PowerIntegration.Gateway"];

    private static IReadOnlyList<string> Processes => ProcessesOf(Repository.Project("PowerIntegration.Domain"));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_project_has_the_same_processes(string name) => Assert.Equal(Processes, ProcessesOf(Repository.Project(name)));

    [Theory]
    [InlineData("PowerIntegration.Domain.Tests")]
    [InlineData("PowerIntegration.Plugins.Tests")]
    [InlineData("PowerIntegration.Gateway.Tests")]
    public void Their_tests_have_them_too(string name) => Assert.Equal(Processes, ProcessesOf(Repository.Project(name)));

    [Fact]
    public void A_process_refers_to_no_other_process() =>
        Assert.Empty(Shipped().SelectMany(file => OtherProcesses(file.Folder, file.Usings).Select(other => $"{file.Path} refers to {other}.")));

    [Fact]
    public void A_reference_between_two_processes_is_seen() =>
        Assert.Equal(
            ["Commitments"],
            OtherProcesses(
                "Processes/SubcontractorInvoices/Source",
                ["PowerIntegration.Domain.Processes.Commitments.Lines", "PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared"]
            )
        );

    [Fact]
    public void Shared_rooms_name_a_process_only_in_the_places_that_are_known()
    {
        // Subcontractor invoices appear in the code as SubcontractorInvoice and SubcontractorInvoices.
        var names = new Regex(string.Join("|", Processes.Select(process => process.TrimEnd('s'))));
        var places = Shipped().Where(file => !file.IsGenerated && !IsProcess(file.Folder) && names.IsMatch(WithoutComments(file.Text)));
        Assert.Equal(KnownPlaces, places.Select(file => file.Path));
    }

    private static IEnumerable<SourceFile> Shipped() => Repository.Sources.Where(file => file.Project is { Ships: true });

    private static bool IsProcess(string folder) => folder.StartsWith(Room, StringComparison.Ordinal);

    private static IReadOnlyList<string> ProcessesOf(Project project) =>
        [
            .. Repository
                .SourcesOf(project)
                .Where(file => IsProcess(file.Folder))
                .Select(file => file.Folder.Split('/')[1])
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> OtherProcesses(string folder, IEnumerable<string> usings) =>
        IsProcess(folder)
            ? usings
                .Select(used => ProcessNamespace().Match(used))
                .Where(match => match.Success && match.Groups["name"].Value != folder.Split('/')[1])
                .Select(match => match.Groups["name"].Value)
            : [];

    private static string WithoutComments(string code) => Comment().Replace(code, "");

    [GeneratedRegex(@"\.Processes\.(?<name>\w+)")]
    private static partial Regex ProcessNamespace();

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();
}
