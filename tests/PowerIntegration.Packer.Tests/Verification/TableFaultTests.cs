using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>Each row puts one fault into a table: path, what happens there, place and words of the finding.</summary>
public sealed class TableFaultTests(LoadedSources sources) : IClassFixture<LoadedSources>
{
    private const string Cursor = "core/Entities/pint_Cursor/Entity.xml";

    [Theory]
    [InlineData("EntityInfo", "call EntityInfos", "EntityInfos", "Name it EntityInfo.")]
    [InlineData("EntityInfo", "drop", "Entity", "Describe the table in it")]
    [InlineData("EntityInfo/entity/attributes", "call attribute", "entity[pint_Cursor]/attribute", "Name it attributes.")]
    [InlineData("EntityInfo/entity/EntityKeys", "call keys", "entity[pint_Cursor]/keys", "import would drop it silently. Remove it.")]
    [InlineData("EntityInfo/entity/LocalizedCollectionNames", "call LocalizedNames", "entity[pint_Cursor]", "LocalizedNames appears 2 times")]
    [InlineData("EntityInfo/entity/LocalizedCollectionNames", "drop", "entity[pint_Cursor]", "LocalizedCollectionNames is missing")]
    [InlineData("EntityInfo/entity/IsActivity", "call IsActivty", "IsActivty", "Name it IsActivity.")]
    [InlineData("EntityInfo/entity/IsMappable", "drop", "entity[pint_Cursor]", "IsMappable is missing. Add it with 0 or 1.")]
    [InlineData("EntityInfo/entity/IsMappable", "swap", "IsMappable", "Move it up")]
    [InlineData("EntityInfo/entity/IsMappable", "twin", "entity[pint_Cursor]", "IsMappable appears 2 times. Keep one.")]
    [InlineData("EntityInfo/entity", "set Color=red", "entity[pint_Cursor]", "The attribute 'Color' is not supported here")]
    [InlineData("FormXml", "add <forms />", "FormXml/forms", "The element 'forms' is not supported here")]
    [InlineData("SavedQueries", "say none", "SavedQueries", "holds the text 'none'")]
    [InlineData("RibbonDiffXml", "drop", "Entity", "RibbonDiffXml is missing")]
    public void Elements_and_wrappers(string path, string change, string place, string words) => Finds(path, change, place, words);

    [Theory]
    [InlineData("IsConnectionsEnabled", "say True", "0 or 1")]
    [InlineData("IsConnectionsEnabled", "say", "The value is ''")]
    [InlineData("IsConnectionsEnabled", "add <Value />", "The element 'Value' is not supported here")]
    [InlineData("OwnershipTypeMask", "say TeamOwned", "UserOwned or OrgOwned")]
    [InlineData("OwnershipTypeMask", "say userowned", "UserOwned or OrgOwned")]
    [InlineData("OwnershipTypeMask", "say None", "UserOwned or OrgOwned")]
    [InlineData("DaysSinceRecordLastModified", "say -1", "a whole number from 0")]
    [InlineData("DaysSinceRecordLastModified", "say 99999999999", "to 2147483647")]
    [InlineData("DaysSinceRecordLastModified", "say 1.5", "a whole number")]
    [InlineData("IntroducedVersion", "say one", "a version of two to four numbers")]
    [InlineData("IntroducedVersion", "say 1", "a version of two to four numbers")]
    [InlineData("IntroducedVersion", "say 1.0.0.0.0", "a version of two to four numbers")]
    [InlineData("IsActivity", "say 1", "activity tables are not supported here")]
    [InlineData("IsBPFEntity", "say 1", "business process flows are not supported here")]
    [InlineData("IsSolutionAware", "say 1", "solution-aware tables are not supported here")]
    [InlineData("ActivityTypeMask", "say 2", "leave it empty")]
    [InlineData("MobileOfflineFilters", "say all", "a filter in XML")]
    public void Settings(string element, string change, string words) => Finds("EntityInfo/entity/" + element, change, element, words);

    [Theory]
    [InlineData("EntityInfo/entity/@Name", "say doc_Cursor", "Entity", "does not begin with pint_")]
    [InlineData("EntityInfo/entity/@Name", "say pint_Curser", "Entity", "entity/@Name ('pint_Curser') differ")]
    [InlineData("EntityInfo/entity/@Name", "say pint Cursor", "entity[pint Cursor]", "letters, digits and underscores")]
    [InlineData("Name", "say pint_cursor", "Entity", "Name ('pint_cursor')")]
    [InlineData("Name/@LocalizedName", "say Reader", "Entity/Name", "differs from the name 'Cursor'")]
    [InlineData("Name/@OriginalName", "drop", "Entity/Name", "OriginalName is missing")]
    [InlineData("EntityInfo/entity/EntitySetName", "say pint_cursorset", "entity[pint_Cursor]", "write", false)]
    [InlineData("EntityInfo/entity/EntitySetName", "say pint_Cursors", "EntitySetName", "lower-case letters")]
    [InlineData("EntityInfo/entity/IsAuditEnabled", "say 0", "entity[pint_Cursor]", "Auditing is off")]
    [InlineData("EntityInfo/entity/LocalizedNames/LocalizedName/@description", "say", "LocalizedName[1033]", "Write a text")]
    public void Names(string path, string change, string place, string words, bool sameCase = true) =>
        Finds(path, change, place, sameCase ? words : "Write the logical name with an s, pint_cursors");

    [Theory]
    [InlineData("attribute[Type='primarykey']", "drop", "entity[pint_Cursor]", "exactly one column of type primarykey")]
    [InlineData("attribute[Type='primarykey']/Type", "say uniqueidentifier", "entity[pint_Cursor]", "exactly one column of type primarykey")]
    [InlineData("attribute[@PhysicalName='pint_Key']/Type", "say primarykey", "entity[pint_Cursor]", "exactly one column of type primarykey")]
    [InlineData("attribute[Type='primarykey']/RequiredLevel", "say none", "RequiredLevel", "systemrequired")]
    [InlineData("attribute[Type='primarykey']/ValidForUpdateApi", "say 1", "ValidForUpdateApi", "Write 0")]
    [InlineData("attribute[Type='primarykey']/IsCustomField", "say 1", "IsCustomField", "Write 0")]
    [InlineData("attribute[Type='primarykey']/@PhysicalName", "say pint_Id", "attribute[pint_Id]", "Name it pint_CursorId")]
    [InlineData("attribute[@PhysicalName='pint_Name']/DisplayMask", "say ValidForForm", "entity[pint_Cursor]", "exactly one primary name")]
    [InlineData("attribute[@PhysicalName='pint_Key']/DisplayMask", "say PrimaryName|ValidForForm", "entity[pint_Cursor]", "exactly one primary name")]
    public void Primary_key_and_primary_name(string path, string change, string place, string words) =>
        Finds("EntityInfo/entity/attributes/" + path, change, place, words);

    [Theory]
    [InlineData("EntityKeyAttributes", "call EntityKeyAttribute", "EntityKeyAttribute", "Name it EntityKeyAttributes.")]
    [InlineData("EntityKeyAttributes/AttributeName", "call Attribute", "EntityKeyAttributes/Attribute", "is not supported here")]
    [InlineData("EntityKeyAttributes/AttributeName", "drop", "EntityKeyAttributes", "AttributeName is missing")]
    [InlineData("EntityKeyAttributes/AttributeName", "say pint_keys", "EntityKey", "names the column pint_keys, which pint_Cursor does not have")]
    [InlineData("EntityKeyAttributes/AttributeName", "say pint_Key", "AttributeName", "lower-case letters")]
    [InlineData("EntityKeyAttributes/AttributeName", "twin", "EntityKey", "each of them once")]
    [InlineData("EntityKeyAttributes/AttributeName", "say pint_name", "entity[pint_Cursor]", "no alternate key over pint_key")]
    [InlineData("EntityKeyAttributes/AttributeName", "say pint_cursorid", "EntityKey", "of type primarykey")]
    [InlineData("LogicalName", "say pint_CursorKey", "EntityKey", "Write the name of the key in lower case, pint_cursorkey")]
    [InlineData("Name", "say doc_CursorKey", "EntityKey", "does not begin with pint_")]
    [InlineData("displaynames/displayname", "drop", "displaynames", "displayname is missing")]
    [InlineData(".", "twin", "EntityKey(2)", "Another key has the same name")]
    [InlineData(".", "twin", "EntityKey(2)", "Another key has the same columns")]
    [InlineData(".", "call key", "EntityKeys/key", "'key' is not supported here")]
    [InlineData(".", "drop", "entity[pint_Cursor]", "no alternate key over pint_key")]
    public void Keys(string path, string change, string place, string words) =>
        Finds("EntityInfo/entity/EntityKeys/EntityKey/" + path, change, place, words);

    [Theory]
    [InlineData("attribute[@PhysicalName='pint_Key']/MaxLength", "say 451", "take 902 bytes")]
    [InlineData("attribute[@PhysicalName='pint_Key']/MaxLength", "say 4000", "take 8000 bytes")]
    [InlineData("attribute[@PhysicalName='pint_Key']/Type", "say ntext", "of type ntext")]
    [InlineData("attribute[@PhysicalName='pint_Key']/Type", "say bit", "of type bit")]
    [InlineData("attribute[@PhysicalName='pint_Key']/IsSecured", "say 1", "has column security, which a key does not take")]
    public void Columns_of_a_key(string path, string change, string words) =>
        Finds("EntityInfo/entity/attributes/" + path, change, "EntityKeys/EntityKey", words);

    private void Finds(string path, string change, string place, string words) => sources.Finds(Cursor, path, change, place, words);
}
