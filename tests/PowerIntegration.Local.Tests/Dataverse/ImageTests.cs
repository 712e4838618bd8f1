using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class ImageTests
{
    [Fact]
    public async Task An_update_shows_the_row_before_and_after_with_the_columns_asked_for()
    {
        Entity? before = null;
        Entity? after = null;
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Update",
                "cts_customer",
                40,
                plug =>
                {
                    before = plug.Context.PreEntityImages["Was"];
                    after = plug.Context.PostEntityImages["Is"];
                },
                images: DeskSolution.Image("Was", 0, "cts_counter,cts_note") + DeskSolution.Image("Is", 1, "cts_counter,cts_note")
            )
        );
        var id = desk.Customer("Prairie", counter: 1);
        desk.Service.Update(new Entity("cts_customer", id) { ["cts_counter"] = 2 });
        Assert.Equal(1, before!["cts_counter"]);
        Assert.Equal(2, after!["cts_counter"]);
        Assert.False(before.Contains("cts_note"));
        Assert.False(before.Contains("cts_name"));
        Assert.Equal(id, before.Id);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    public async Task A_row_before_is_shown_ahead_of_the_operation_and_a_row_after_is_not(int stage)
    {
        (int Before, int After)? images = null;
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Update",
                "cts_customer",
                stage,
                plug => images = (plug.Context.PreEntityImages.Count, plug.Context.PostEntityImages.Count),
                images: DeskSolution.Image("Both", 2, "cts_counter")
            )
        );
        var id = desk.Customer("Prairie", counter: 1);
        desk.Service.Update(new Entity("cts_customer", id) { ["cts_counter"] = 2 });
        Assert.Equal((1, 0), images);
    }

    [Fact]
    public async Task A_create_shows_the_row_after_and_a_delete_the_row_before()
    {
        string? created = null;
        string? deleted = null;
        await using var desk = Desk.Start(solution =>
            solution
                .Step(
                    "Create",
                    "cts_customer",
                    40,
                    plug => created = (string)plug.Context.PostEntityImages["Row"]["cts_name"],
                    images: DeskSolution.Image("Row", 1, "cts_name", "Id")
                )
                .Step(
                    "Delete",
                    "cts_customer",
                    20,
                    plug => deleted = (string)plug.Context.PreEntityImages["Row"]["cts_name"],
                    images: DeskSolution.Image("Row", 0, "cts_name")
                )
        );
        desk.Service.Delete("cts_customer", desk.Customer("Prairie"));
        Assert.Equal("Prairie", created);
        Assert.Equal("Prairie", deleted);
    }
}
