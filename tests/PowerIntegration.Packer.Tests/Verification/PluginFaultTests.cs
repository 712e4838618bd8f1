using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>
/// Each row puts one fault into the assembly's registration or a custom API: path, what happens there, place and words of the finding.
/// </summary>
public sealed class PluginFaultTests(LoadedSources sources) : IClassFixture<LoadedSources>
{
    private const string Assembly =
        "core/PluginAssemblies/PowerIntegrationPlugins-11052A49-7847-58AB-9575-F9EFA8EF341D/PowerIntegrationPlugins.dll.data.xml";

    private const string Type = "PluginTypes/PluginType[FriendlyName='ResolveWbs']";
    private const string Resolve = "core/customapis/pint_ResolveWbs/";
    private const string Parameter = Resolve + "customapirequestparameters/AsOf/customapirequestparameter.xml";
    private const string Property = Resolve + "customapiresponseproperties/State/customapiresponseproperty.xml";

    [Theory]
    [InlineData("PluginTypes", "call PluginType", "PluginAssembly/PluginType", "Name it PluginTypes.")]
    [InlineData("PluginTypes", "drop", "PluginAssembly", "PluginTypes is missing")]
    [InlineData("FileName", "swap", "FileName", "comes after PluginTypes")]
    [InlineData("IsolationMode", "say 1", "IsolationMode", "2, the sandbox")]
    [InlineData("IsolationMode", "drop", "PluginAssembly", "IsolationMode is missing")]
    [InlineData("SourceType", "say 1", "SourceType", "0, the database")]
    [InlineData("FileName", "say /Plugins/PowerIntegrationPlugins.dll", "PluginAssembly", "The assembly belongs beside this file")]
    [InlineData("@FullName", "say PowerIntegration.Plugins", "PluginAssembly", "the full name of an assembly")]
    [InlineData(
        "@FullName",
        "say PowerIntegration.Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null",
        "PluginAssembly",
        "Sign it with a strong name"
    )]
    [InlineData("@PluginAssemblyId", "say {11052a49-7847-58ab-9575-f9efa8ef341d}", "PluginAssembly", "a GUID without braces")]
    [InlineData("@PluginAssemblyId", "say 11052a49-7847-58ab-9575-f9efa8ef3400", "PluginAssembly", "Folder and file are named after the assembly")]
    [InlineData("@CustomizationLevel", "drop", "PluginAssembly", "CustomizationLevel is missing")]
    public void The_assembly(string path, string change, string place, string words) => sources.Finds(Assembly, path, change, place, words);

    [Theory]
    [InlineData("FriendlyName", "drop", "FriendlyName is missing")]
    [InlineData("FriendlyName", "say", "Write a text")]
    [InlineData("FriendlyName", "say RecordOutcome", "Another type has the same FriendlyName")]
    [InlineData("@Name", "say PowerIntegration.Plugins.Resolve", "AssemblyQualifiedName is")]
    [InlineData(".", "twin", "Another type has the same Name")]
    [InlineData("@AssemblyQualifiedName", "say PowerIntegration.Plugins.ResolveWbs", "AssemblyQualifiedName is")]
    [InlineData("@PluginTypeId", "say {4abc370c-03ab-5658-b157-c4c243e86d8d}", "a GUID without braces")]
    [InlineData("@PluginTypeId", "drop", "PluginTypeId is missing")]
    [InlineData(".", "add <PluginTypeId />", "'PluginTypeId' is not supported here")]
    public void Plug_in_types(string path, string change, string words) => sources.Finds(Assembly, $"{Type}/{path}", change, "PluginType", words);

    [Theory]
    [InlineData("displayname", "call displaynames", "customapi[pint_ResolveWbs]/displaynames", "Name it displayname.")]
    [InlineData("plugintypeid/plugintypeexportkey", "call plugintypekey", "plugintypeid/plugintypekey", "is not supported here")]
    [InlineData("bindingtype", "swap", "bindingtype", "comes after description")]
    [InlineData("isfunction", "drop", "customapi", "isfunction is missing")]
    [InlineData("description/label", "drop", "description", "label is missing")]
    [InlineData("description/@default", "say Other", "description", "The default is not the text of any label")]
    [InlineData("displayname/label/@description", "say Other", "displayname", "The default is not the text of any label")]
    [InlineData("name", "say pint_Resolve", "customapi", "is the text of name too")]
    [InlineData("@uniquename", "say pint_Resolve", "customapi", "Give the custom API and its folder the same name")]
    [InlineData("@uniquename", "say doc_Resolve", "customapi", "begins with pint_")]
    [InlineData("plugintypeid", "drop", "customapi", "No assembly registers a plug-in type")]
    [InlineData("plugintypeid/plugintypeexportkey", "say 4abc370c-03ab-5658-b157-c4c243e86d00", "customapi", "No assembly registers a plug-in type")]
    [InlineData("plugintypeid/plugintypeexportkey", "say ResolveWbs", "plugintypeexportkey", "a GUID without braces")]
    public void Custom_APIs(string path, string change, string place, string words) =>
        sources.Finds(Resolve + "customapi.xml", path, change, place, words);

    [Theory]
    [InlineData("isfunction", "say 1", "isfunction is '1'")]
    [InlineData("isfunction", "say false", "0 or 1")]
    [InlineData("allowedcustomprocessingsteptype", "say 3", "0, 1 or 2")]
    [InlineData("allowedcustomprocessingsteptype", "say 2", "that nothing hooks into")]
    [InlineData("workflowsdkstepenabled", "say 1", "workflowsdkstepenabled is '1'")]
    [InlineData("bindingtype", "say 1", "A global custom API has no boundentitylogicalname")]
    [InlineData("bindingtype", "say 5", "0, 1 or 2")]
    [InlineData("executeprivilegename", "drop", "without one everybody may call")]
    [InlineData("executeprivilegename", "say prvEditpint_Commitment", "The privilege 'prvEditpint_Commitment' does not exist")]
    [InlineData("executeprivilegename", "say prvReadpint_commitment", "The privilege 'prvReadpint_commitment' does not exist")]
    [InlineData("executeprivilegename", "say prvDeletepint_Preparation", "No role holds the privilege prvDeletepint_Preparation")]
    [InlineData("executeprivilegename", "say prvSharepint_Document", "No role holds the privilege prvSharepint_Document")]
    [InlineData("executeprivilegename", "say prvWritepint_Preparation", "No role holds the privilege prvWritepint_Preparation")]
    public void Binding_and_privilege(string path, string change, string words) =>
        sources.Finds(Resolve + "customapi.xml", path, change, "customapi[pint_ResolveWbs]", words);

    [Theory]
    [InlineData("type", "say 13", "from 0 to 12")]
    [InlineData("type", "say String", "from 0 to 12")]
    [InlineData("type", "say 5", "Flows pass scalars only")]
    [InlineData("type", "drop", "type is missing")]
    [InlineData("isoptional", "drop", "isoptional is missing")]
    [InlineData("isoptional", "say yes", "0 or 1")]
    [InlineData("isoptional", "call IsOptional", "Name it isoptional.")]
    [InlineData("name", "say Date", "is the text of name too")]
    [InlineData("@uniquename", "say Date", "The folder is named after the unique name")]
    [InlineData("@uniquename", "say ProjectId", "The folder is named after the unique name")]
    [InlineData(".", "add <logicalentityname>pint_project</logicalentityname>", "Only a row or a reference to a row has a table")]
    [InlineData(".", "call customapiresponseproperty", "Name it customapirequestparameter.")]
    public void Parameters(string path, string change, string words) => sources.Finds(Parameter, path, change, "", words);

    [Theory]
    [InlineData(".", "add <isoptional>1</isoptional>", "'isoptional' is not supported here")]
    [InlineData("type", "say 4", "Flows pass scalars only")]
    [InlineData("type", "say -1", "from 0 to 12")]
    [InlineData("iscustomizable", "say", "0 or 1")]
    [InlineData("displayname/@default", "say", "Write a text")]
    public void Properties(string path, string change, string words) => sources.Finds(Property, path, change, "", words);
}
