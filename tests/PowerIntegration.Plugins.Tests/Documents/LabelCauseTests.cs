using Microsoft.Xrm.Sdk;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Tests.Fakes;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Documents;

/// <summary>The cause in words follows the reason code, whoever writes it.</summary>
public sealed class LabelCauseTests
{
    private readonly Site site = new();

    [Theory]
    [InlineData("Create", "wbs-unmapped", "Code is not mapped")]
    [InlineData("Update", "overbilled", "Billed over the scheduled value")]
    [InlineData("Update", null, null)]
    public void The_words_come_and_go_with_the_code(string message, string? code, string? words)
    {
        var target = new Entity(DocumentTable.LogicalName) { [DocumentTable.ReasonCode] = code, [DocumentTable.Cause] = "All is well" };
        Run(message, target);
        Assert.Equal(words, target[DocumentTable.Cause]);
    }

    [Fact]
    public void Words_of_a_caller_do_not_count()
    {
        var target = new Entity(DocumentTable.LogicalName) { [DocumentTable.Cause] = "All is well", [DocumentTable.Reason] = "Kept" };
        Run("Update", target);
        Assert.Equal([DocumentTable.Reason], target.Attributes.Keys);
    }

    private void Run(string message, Entity target) =>
        new LabelCause().Execute(new FakeServices(FakeContext.OfStep(message, target, null, null, site.Dana), site.Dataverse));
}
