using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>Each row puts one fault into a relationship: path, what happens there, place and words of the finding.</summary>
public sealed class RelationshipFaultTests(LoadedSources sources) : IClassFixture<LoadedSources>
{
    private const string Project = "core/Other/Relationships/pint_Project.xml";
    private const string Document = "core/Other/Relationships/pint_Document.xml";
    private const string Index = "core/Other/Relationships.xml";
    private const string Name = "pint_project_commitment_project";
    private const string CursorFile = "Other/Relationships/pint_Cursor.xml";

    private const string Many = """
        <EntityRelationships>
          <EntityRelationship Name="pint_cursor_cursor">
            <EntityRelationshipType>ManyToMany</EntityRelationshipType>
            <IsCustomizable>1</IsCustomizable>
            <IntroducedVersion>0.1.0.0</IntroducedVersion>
            <IsHierarchical>0</IsHierarchical>
            <FirstEntityName>pint_Cursor</FirstEntityName>
            <SecondEntityName>pint_Cursor</SecondEntityName>
            <IntersectEntityName>pint_cursor_cursor</IntersectEntityName>
            <IsValidForAdvancedFind>1</IsValidForAdvancedFind>
            <EntityRelationshipRoles>
              <EntityRelationshipRole>
                <NavigationPropertyName>pint_cursor_cursor</NavigationPropertyName>
                <AssociationRoleOrdinal>1</AssociationRoleOrdinal>
              </EntityRelationshipRole>
              <EntityRelationshipRole>
                <NavigationPropertyName>pint_cursor_cursor</NavigationPropertyName>
                <AssociationRoleOrdinal>2</AssociationRoleOrdinal>
              </EntityRelationshipRole>
            </EntityRelationshipRoles>
          </EntityRelationship>
        </EntityRelationships>
        """;

    [Theory]
    [InlineData("EntityRelationshipRoles", "call EntityRelationshipRole", "Name it EntityRelationshipRoles.")]
    [InlineData("EntityRelationshipRoles", "drop", "EntityRelationshipRoles is missing")]
    [InlineData("EntityRelationshipRoles/EntityRelationshipRole[1]", "call Role", "'Role' is not supported here")]
    [InlineData("RelationshipDescription", "call Descriptions", "'Descriptions' is not supported here")]
    [InlineData("CascadeArchive", "drop", "CascadeArchive is missing")]
    [InlineData("CascadeAssign", "swap", "comes after CascadeDelete")]
    [InlineData("IsHierarchical", "twin", "IsHierarchical appears 2 times")]
    [InlineData(".", "set Type=OneToMany", "The attribute 'Type' is not supported here")]
    [InlineData(".", "call EntityRelation", "'EntityRelation' is not supported here", "EntityRelation[")]
    public void Elements_and_wrappers(string path, string change, string words, string place = Name) => Finds(path, change, place, words);

    [Theory]
    [InlineData("CascadeAssign", "say All", "NoCascade, Cascade, Active")]
    [InlineData("CascadeShare", "say cascade", "NoCascade, Cascade, Active")]
    [InlineData("CascadeRollupView", "say Restrict", "NoCascade, Cascade, Active")]
    [InlineData("CascadeReparent", "say", "NoCascade, Cascade, Active")]
    [InlineData("CascadeDelete", "say Delete", "NoCascade, Cascade, RemoveLink or Restrict")]
    [InlineData("CascadeDelete", "say RemoveLink", "Rows of a ledger are never deleted or unlinked")]
    [InlineData("CascadeDelete", "say Cascade", "Rows of a ledger are never deleted or unlinked")]
    [InlineData("CascadeArchive", "say Keep", "NoCascade, Cascade, RemoveLink or Restrict")]
    [InlineData("EntityRelationshipType", "say OneToOne", "OneToMany or ManyToMany")]
    [InlineData("EntityRelationshipType", "say ManyToMany", "FirstEntityName is missing")]
    [InlineData("EntityRelationshipType", "drop", "OneToMany or ManyToMany")]
    [InlineData("IsHierarchical", "say 1", "Only a relationship of a table with itself")]
    [InlineData("IsValidForAdvancedFind", "say true", "0 or 1")]
    public void Values(string element, string change, string words) => Finds(element, change, Name, words);

    [Theory]
    [InlineData("ReferencingAttributeName", "say pint_Project", "pint_Commitment has no lookup column pint_Project.")]
    [InlineData("ReferencingAttributeName", "say pint_projectid", "has no lookup column pint_projectid")]
    [InlineData("ReferencingAttributeName", "say pint_Key", "has no lookup column pint_Key")]
    [InlineData("ReferencingEntityName", "say pint_Contracts", "pint_Contracts has no lookup column")]
    [InlineData("ReferencedEntityName", "say pint_Job", "The table pint_Job does not exist")]
    [InlineData("ReferencedEntityName", "say pint_Document", "Move this one to Other/Relationships/pint_Document.xml")]
    [InlineData("@Name", "say doc_project", "does not begin with pint_", "doc_project")]
    [InlineData("@Name", "say PINT_PROJECT_CURSOR_PROJECT", "names are compared without case", "pint_project_cursor_project")]
    [InlineData("@Name", "drop", "The attribute Name is missing", "EntityRelationships/EntityRelationship")]
    [InlineData(".", "twin", "is defined twice")]
    public void Tables_columns_and_names(string path, string change, string words, string place = Name) => Finds(path, change, place, words);

    [Theory]
    [InlineData("[1]/NavigationPropertyName", "say pint_projectid", "write pint_ProjectId")]
    [InlineData("[2]/NavigationPropertyName", "say pint_commitments", "write pint_project_commitment_project")]
    [InlineData("[1]/NavigationPropertyName", "drop", "NavigationPropertyName is missing")]
    [InlineData("[1]/RelationshipRoleType", "say 0", "Write one of each")]
    [InlineData("[1]/RelationshipRoleType", "say 2", "Write 0 or 1")]
    [InlineData("[1]/RelationshipRoleType", "drop", "RelationshipRoleType is missing")]
    [InlineData("[2]/RelationshipRoleType", "drop", "Write one of each")]
    [InlineData("[2]", "add <AssociationRoleOrdinal>1</AssociationRoleOrdinal>", "'AssociationRoleOrdinal' is not supported here")]
    [InlineData("[2]", "drop", "Write one of each")]
    [InlineData("[1]/NavPaneDisplayOption", "say Show", "UseCollectionName, UseLabel or DoNotDisplay")]
    [InlineData("[1]/NavPaneDisplayOption", "say UseLabel", "Write both or neither")]
    [InlineData("[1]/NavPaneArea", "say Details2", "Details, Sales, Service")]
    [InlineData("[1]/NavPaneOrder", "say first", "a whole number")]
    [InlineData("[1]/NavPaneOrder", "drop", "NavPaneOrder is missing in the role of the lookup")]
    [InlineData("[2]", "add <NavPaneArea>Details</NavPaneArea>", "belongs in the role of the lookup")]
    public void Roles(string path, string change, string words) =>
        Finds("EntityRelationshipRoles/EntityRelationshipRole" + path, change, Name, words);

    [Fact]
    public void Many_to_many_in_order_lacks_only_its_table()
    {
        using SmallSolution solution = new();
        Assert.All(
            solution.With(CursorFile, Many).Findings().Where(finding => finding.File == CursorFile),
            finding => Assert.StartsWith("The table pint_Cursor does not exist.", finding.Sentence, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("FirstEntityName", "say pint_Job", "The table pint_Job does not exist")]
    [InlineData("SecondEntityName", "say pint_Job", "The table pint_Job does not exist")]
    [InlineData("SecondEntityName", "drop", "SecondEntityName is missing")]
    [InlineData("IntersectEntityName", "say", "letters, digits and underscores")]
    [InlineData("EntityRelationshipRoles/EntityRelationshipRole[2]/AssociationRoleOrdinal", "say 1", "AssociationRoleOrdinal 1 and 2")]
    [InlineData("EntityRelationshipRoles/EntityRelationshipRole[2]/NavigationPropertyName", "say pint_cursors", "write pint_cursor_cursor")]
    [InlineData("EntityRelationshipRoles", "drop", "EntityRelationshipRoles is missing")]
    public void Many_to_many(string path, string change, string words)
    {
        using SmallSolution solution = new();
        solution.With(CursorFile, Many).WithFault(CursorFile, "EntityRelationship/" + path, change).Finds(CursorFile, words);
    }

    [Theory]
    [InlineData("core/Entities/pint_Commitment/Entity.xml", "//attribute[@PhysicalName='pint_ProjectId']/Type", "say int")]
    [InlineData("core/Entities/pint_Commitment/Entity.xml", "//attribute[@PhysicalName='pint_ProjectId']", "drop")]
    [InlineData("core/Entities/pint_Commitment/Entity.xml", "//attribute[@PhysicalName='pint_ProjectId']/@PhysicalName", "say pint_ProjectID")]
    public void A_relationship_without_its_lookup(string file, string path, string change) =>
        Assert.Contains(
            sources.With(file, path, change),
            finding =>
                finding.File == "Other/Relationships/pint_Project.xml"
                && finding.Sentence.StartsWith("pint_Commitment has no lookup column pint_ProjectId.", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData(Project, Name, "pint_Commitment", "pint_ProjectId")]
    [InlineData(Project, "pint_project_cursor_project", "pint_Cursor", "pint_ProjectId")]
    [InlineData(Document, "pint_document_evidence_document", "pint_Evidence", "pint_DocumentId")]
    public void A_lookup_without_its_relationship(string file, string relationship, string table, string column) =>
        Assert.Contains(
            sources.With(file, $"EntityRelationship[@Name='{relationship}']", "drop"),
            finding =>
                finding.File == $"Entities/{table}/Entity.xml"
                && finding.Element.Contains($"attribute[{column}]", StringComparison.Ordinal)
                && finding.Sentence.StartsWith("The lookup has 0 relationships.", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("EntityRelationship[@Name='pint_project_commitment_project']", "drop", "The index does not name the relationship")]
    [InlineData("EntityRelationship[@Name='pint_project_commitment_project']", "twin", "names the relationship twice")]
    [InlineData(
        "EntityRelationship[@Name='pint_project_commitment_project']/@Name",
        "say pint_project_commitment_job",
        "does not name the relationship"
    )]
    public void The_index(string path, string change, string words) => sources.Finds(Index, path, change, Name, words);

    [Fact]
    public void A_name_in_the_index_that_nothing_defines() =>
        sources.Finds(Index, ".", "add <EntityRelationship Name=\"pint_lost\" />", "EntityRelationship[pint_lost]", "defines the relationship");

    private void Finds(string path, string change, string place, string words) =>
        sources.Finds(Project, $"EntityRelationship[@Name='{Name}']/{path}", change, place, words);
}
