using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>Each row puts one fault into the step on update of a document: path, what happens there, place and words of the finding.</summary>
public sealed class StepFaultTests(LoadedSources sources) : IClassFixture<LoadedSources>
{
    private const string Step = "core/SdkMessageProcessingSteps/{52c20c3e-36b4-52e8-b657-6b7988398a25}.xml";
    private const string Image = "SdkMessageProcessingStepImages/SdkMessageProcessingStepImage";
    private const string Delete = "a1bdbb1b-ea3e-db11-86a7-000a3a5473e8";
    private const string Create = "9ebdbb1b-ea3e-db11-86a7-000a3a5473e8";

    [Theory]
    [InlineData("SdkMessageProcessingStepImages", "call StepImages", "'StepImages' is not supported here")]
    [InlineData(Image, "call StepImage", "'StepImage' is not supported here")]
    [InlineData("FilteringAttributes", "call FilteringAttribute", "Name it FilteringAttributes.")]
    [InlineData("Stage", "drop", "Stage is missing")]
    [InlineData("Mode", "swap", "comes after Rank")]
    [InlineData("Rank", "twin", "Rank appears 2 times")]
    [InlineData("IsHidden", "drop", "IsHidden is missing")]
    [InlineData(".", "set Order=1", "The attribute 'Order' is not supported here")]
    public void Elements_and_wrappers(string path, string change, string words) => Finds(path, change, words);

    [Theory]
    [InlineData("Stage", "say 30", "10, 20 or 40")]
    [InlineData("Stage", "say pre", "10, 20 or 40")]
    [InlineData("Mode", "say 2", "0 or 1")]
    [InlineData("Mode", "say 1", "An asynchronous step runs at stage 40 only")]
    [InlineData("Mode", "say 1", "a rule that runs later cannot refuse anything")]
    [InlineData("Rank", "say -1", "a whole number from 0")]
    [InlineData("Rank", "say first", "a whole number from 0")]
    [InlineData("EventHandlerTypeCode", "say 4618", "4602, a plug-in type")]
    [InlineData("EventHandlerTypeCode", "drop", "EventHandlerTypeCode is missing")]
    [InlineData("InvocationSource", "say 2", "0 or 1")]
    [InlineData("SupportedDeployment", "say 3", "0, 1 or 2")]
    [InlineData("SupportedDeployment", "say 1", "the rule would not run on the server")]
    [InlineData("SupportedDeployment", "say 2", "the rule would not run on the server")]
    [InlineData("AsyncAutoDelete", "say 1", "AsyncAutoDelete is for asynchronous steps")]
    [InlineData("FilteringAttributes", "say", "logical names with commas")]
    [InlineData(".", "add <Configuration></Configuration>", "The value is ''")]
    [InlineData(".", "add <ImpersonatingUserIdName>Ada</ImpersonatingUserIdName>", "Remove ImpersonatingUserIdName")]
    public void Values(string path, string change, string words) => Finds(path, change, words);

    [Theory]
    [InlineData(
        "SdkMessageId",
        "say 00000000-ea3e-db11-86a7-000a3a5473e8",
        "The message id '00000000-ea3e-db11-86a7-000a3a5473e8' is not supported here"
    )]
    [InlineData("SdkMessageId", "say Update", "a GUID without braces")]
    [InlineData("SdkMessageId", "say " + Delete, "Delete of pint_document'")]
    [InlineData("SdkMessageId", "say " + Delete, "Only a step on Update has filtering columns")]
    [InlineData("@Name", "say Update of pint_document", "The name of a step says its type, message and table")]
    [InlineData("@Name", "drop", "Name is missing")]
    [InlineData("@SdkMessageProcessingStepId", "say 52c20c3e-36b4-52e8-b657-6b7988398a25", "a GUID in braces")]
    [InlineData("@SdkMessageProcessingStepId", "say {52c20c3e-36b4-52e8-b657-6b7988398a00}", "named after the id of the step")]
    [InlineData("PluginTypeId", "say 67528103-1c60-5a20-9a89-e361c5f22300", "No assembly registers the type")]
    [InlineData("PluginTypeName", "say PowerIntegration.Plugins.Protect", "No assembly registers the type")]
    [InlineData("PluginTypeId", "drop", "PluginTypeId is missing")]
    [InlineData("PrimaryEntity", "say doc_document", "The table 'doc_document' does not exist")]
    [InlineData("PrimaryEntity", "say pint_Document", "lower-case letters")]
    [InlineData("PrimaryEntity", "drop", "The table '' does not exist")]
    public void Message_type_and_table(string path, string change, string words) => Finds(path, change, words);

    [Theory]
    [InlineData("FilteringAttributes", "say pint_title", "The column 'pint_title' does not exist in pint_document")]
    [InlineData("FilteringAttributes", "say pint_name,pint_name", "The column 'pint_name' is listed twice")]
    [InlineData("FilteringAttributes", "say pint_name, pint_key", "logical names with commas between them and no blanks")]
    [InlineData("FilteringAttributes", "drop", "The step runs on every update")]
    [InlineData(Image + "/Attributes", "say pint_state", "The column 'pint_state' does not exist in pint_document")]
    [InlineData(Image + "/Attributes", "drop", "Attributes is missing")]
    [InlineData(Image + "/Attributes", "say pint_key,pint_key", "is listed twice")]
    public void Columns(string path, string change, string words) => Finds(path, change, words);

    [Theory]
    [InlineData("ImageType", "say 1", "Update at stage 20 has no such image")]
    [InlineData("ImageType", "say 2", "Update at stage 20 has no such image")]
    [InlineData("ImageType", "say 3", "0, 1 or 2")]
    [InlineData("MessagePropertyName", "say Id", "Write Target for Update")]
    [InlineData("MessagePropertyName", "say Row", "Target, Id or EntityMoniker")]
    [InlineData("EntityAlias", "say", "letters, digits and underscores")]
    [InlineData("EntityAlias", "drop", "EntityAlias is missing")]
    [InlineData(".", "twin", "Another image of the step has the alias 'PreImage'")]
    [InlineData("@Name", "drop", "Name is missing")]
    [InlineData("SdkMessageProcessingStepImageId", "say 28ed48ae", "a GUID in braces")]
    public void Images(string path, string change, string words) => Finds($"{Image}/{path}", change, words);

    [Theory]
    [InlineData(Create, "Create at stage 20 has no such image")]
    [InlineData(Create, "Write Id for Create")]
    [InlineData("f2bdbb1b-ea3e-db11-86a7-000a3a5473e8", "Retrieve at stage 20 has no such image")]
    public void An_image_that_the_message_does_not_have(string message, string words) => Finds("SdkMessageId", "say " + message, words);

    [Theory]
    [InlineData("core/SdkMessageProcessingSteps/{03031236-58c1-539b-a0a7-71c7be0ef9e8}.xml", "SdkMessageId", "say " + Delete)]
    [InlineData("core/SdkMessageProcessingSteps/{16410566-638c-5e10-8af0-1ddfd898e9b7}.xml", "PrimaryEntity", "say pint_document")]
    [InlineData("core/SdkMessageProcessingSteps/{4617d90c-fb44-5364-98e3-781ab66fe38f}.xml", "PrimaryEntity", "say pint_document")]
    public void Two_steps_that_do_the_same(string file, string path, string change) =>
        Assert.Contains(
            sources.With(file, path, change),
            finding => finding.Sentence.StartsWith("Another step runs the same type on the same message", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("statecode")]
    [InlineData("ownerid")]
    [InlineData("modifiedon")]
    public void Columns_that_the_server_adds_may_be_named(string column) =>
        Assert.DoesNotContain(
            sources.With(Step, "FilteringAttributes", "say " + column),
            finding => finding.Sentence.Contains("does not exist", StringComparison.Ordinal)
        );

    private void Finds(string path, string change, string words) => sources.Finds(Step, path, change, "SdkMessageProcessingStep", words);
}
