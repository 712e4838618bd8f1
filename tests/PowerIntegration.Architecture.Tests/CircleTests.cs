using PowerIntegration.Architecture.Tests.Rules;
using PowerIntegration.Architecture.Tests.Sources;
using Xunit;

namespace PowerIntegration.Architecture.Tests;

/// <summary>No two folders of a project refer to each other in a circle, neither at the top nor anywhere below.</summary>
public sealed class CircleTests
{
    public static TheoryData<string> Compiled =>
        [
            "PowerIntegration.Domain",
            "PowerIntegration.Tables",
            "PowerIntegration.Plugins",
            "PowerIntegration.Gateway",
            "PowerIntegration.CommandLine",
            "PowerIntegration.Tool",
            "PowerIntegration.Packer",
            "PowerIntegration.Local",
            "PowerIntegration.Sandbox",
        ];

    [Theory]
    [MemberData(nameof(Compiled))]
    public void Using_lines_draw_no_circle(string name)
    {
        var graph = FolderGraphs.FromUsings(Repository.Project(name));
        Assert.Empty(graph.Circles());
        Assert.Empty(graph.AtTop().Circles());
    }

    [Theory]
    [MemberData(nameof(Compiled))]
    public void Compiled_types_draw_no_circle(string name)
    {
        var graph = FolderGraphs.FromAssembly(Repository.Project(name));
        Assert.Empty(graph.Circles());
        Assert.Empty(graph.AtTop().Circles());
    }

    [Fact]
    public void Every_project_of_the_product_is_looked_at() =>
        Assert.Empty(Repository.Projects.Where(project => project.Ships).Select(project => project.Name).Except(Compiled.Select(row => row.Data)));

    [Fact]
    public void A_circle_of_three_is_found_and_named()
    {
        var graph = new FolderGraph();
        graph.Add("Intake", "Dataverse", "Inbox.cs");
        graph.Add("Dataverse", "Oracle/Wire", "EnvironmentPin.cs");
        graph.Add("Oracle/Wire", "Intake", "OracleLink.cs");
        graph.Add("Hosting", "Intake", "Program.cs");

        Assert.Equal(3, graph.Circles().Count);
        Assert.Contains("Oracle/Wire refers to Intake (OracleLink.cs), which leads back.", graph.Circles());
    }

    [Fact]
    public void Folders_that_are_no_circle_below_can_be_one_at_the_top()
    {
        var graph = new FolderGraph();
        graph.Add("Flows/Actions", "Connectors", "ConnectorAction.cs");
        graph.Add("Connectors", "Flows/Expressions", "RequestDraft.cs");

        Assert.Empty(graph.Circles());
        Assert.Equal(2, graph.AtTop().Circles().Count);
    }

    [Fact]
    public void Both_ways_of_looking_see_the_references() =>
        Assert.All(
            Compiled
                .Select(row => Repository.Project(row.Data))
                .Where(project => project.Name is not ("PowerIntegration.Tool" or "PowerIntegration.CommandLine")),
            project =>
            {
                Assert.True(FolderGraphs.FromUsings(project).Count > 0, project.Name);
                Assert.True(FolderGraphs.FromAssembly(project).Count > 0, project.Name);
            }
        );
}
