using Microsoft.PowerPlatform.Dataverse.Client;

namespace PowerIntegration.Sdk.Tests.Client;

/// <summary>The recorded environment: a document with lines and a contract, as Dataverse describes them.</summary>
internal static class Lakeshore
{
    public static readonly Guid DocumentId = new("11111111-1111-1111-1111-111111111111");
    public static readonly Guid CommitmentId = new("22222222-2222-2222-2222-222222222222");

    public const string Me =
        """{"UserId":"aaaaaaaa-0000-0000-0000-000000000001","BusinessUnitId":"aaaaaaaa-0000-0000-0000-000000000002","""
        + """ "OrganizationId":"aaaaaaaa-0000-0000-0000-000000000003"}""";

    private const string Parts =
        "?$select=LogicalName,EntitySetName,PrimaryIdAttribute"
        + "&$expand=Attributes"
        + ",ManyToOneRelationships($select=SchemaName,ReferencingAttribute,ReferencedEntity,ReferencingEntityNavigationPropertyName)"
        + ",OneToManyRelationships($select=SchemaName,ReferencingEntity,ReferencingAttribute,ReferencedEntityNavigationPropertyName)";

    private const string Document = """
        {"LogicalName":"pint_document","EntitySetName":"pint_documents","PrimaryIdAttribute":"pint_documentid",
         "Attributes":[
          {"LogicalName":"pint_documentid","AttributeType":"Uniqueidentifier"},{"LogicalName":"pint_name","AttributeType":"String"},
          {"LogicalName":"pint_key","AttributeType":"String"},{"LogicalName":"pint_amount","AttributeType":"Decimal"},
          {"LogicalName":"pint_fee","AttributeType":"Money"},{"LogicalName":"pint_state","AttributeType":"Picklist"},
          {"LogicalName":"pint_final","AttributeType":"Boolean"},{"LogicalName":"pint_revision","AttributeType":"Integer"},
          {"LogicalName":"pint_periodend","AttributeType":"DateTime","DateTimeBehavior":{"Value":"DateOnly"}},{"LogicalName":"pint_leaseuntil",
          "AttributeType":"DateTime","DateTimeBehavior":{"Value":"UserLocal"}},
          {"LogicalName":"pint_commitmentid","AttributeType":"Lookup"},{"LogicalName":"ownerid","AttributeType":"Owner"},
          {"LogicalName":"versionnumber","AttributeType":"BigInt"},{"LogicalName":"pint_commitmentidname","AttributeType":"String"}],
         "ManyToOneRelationships":[
          {"SchemaName":"pint_commitment_document_commitment","ReferencingAttribute":"pint_commitmentid","ReferencedEntity":"pint_commitment",
          "ReferencingEntityNavigationPropertyName":"pint_CommitmentId"},
          {"SchemaName":"owner_pint_document","ReferencingAttribute":"ownerid","ReferencedEntity":"owner",
          "ReferencingEntityNavigationPropertyName":"ownerid"}],
         "OneToManyRelationships":[
          {"SchemaName":"pint_document_sourceline_document","ReferencingEntity":"pint_sourceline","ReferencingAttribute":"pint_documentid",
          "ReferencedEntityNavigationPropertyName":"pint_document_sourceline_document"}]}
        """;

    private const string Line = """
        {"LogicalName":"pint_sourceline","EntitySetName":"pint_sourcelines","PrimaryIdAttribute":"pint_sourcelineid",
         "Attributes":[
          {"LogicalName":"pint_sourcelineid","AttributeType":"Uniqueidentifier"},{"LogicalName":"pint_linenumber","AttributeType":"Integer"},
          {"LogicalName":"pint_workthisperiod","AttributeType":"Decimal"},{"LogicalName":"pint_documentid","AttributeType":"Lookup"}],
         "ManyToOneRelationships":[
          {"SchemaName":"pint_document_sourceline_document","ReferencingAttribute":"pint_documentid","ReferencedEntity":"pint_document",
          "ReferencingEntityNavigationPropertyName":"pint_DocumentId"}],
         "OneToManyRelationships":[]}
        """;

    private const string Contract = """
        {"LogicalName":"pint_commitment","EntitySetName":"pint_commitments","PrimaryIdAttribute":"pint_commitmentid",
         "Attributes":[
          {"LogicalName":"pint_commitmentid","AttributeType":"Uniqueidentifier"},{"LogicalName":"pint_key","AttributeType":"String"},
          {"LogicalName":"pint_name","AttributeType":"String"},{"LogicalName":"pint_supplierid","AttributeType":"Lookup"},
          {"LogicalName":"pint_outsidedate","AttributeType":"DateTime","DateTimeBehavior":{"Value":"DateOnly"}}],
         "ManyToOneRelationships":[
          {"SchemaName":"pint_supplier_contract","ReferencingAttribute":"pint_supplierid","ReferencedEntity":"account",
          "ReferencingEntityNavigationPropertyName":"pint_SupplierId"}],
         "OneToManyRelationships":[]}
        """;

    /// <summary>A wire on which the client has already been let in.</summary>
    public static RecordedWire Wire() => new RecordedWire().Expect("GET", "WhoAmI", Me);

    public static RecordedWire ExpectDocumentTable(this RecordedWire wire) => wire.ExpectTable("pint_document", Document);

    public static RecordedWire ExpectLineTable(this RecordedWire wire) => wire.ExpectTable("pint_sourceline", Line);

    public static RecordedWire ExpectContractTable(this RecordedWire wire) => wire.ExpectTable("pint_commitment", Contract);

    public static ServiceClient Client(RecordedWire wire) => new(new Uri("https://lakeshore.example"), _ => Task.FromResult("the-token"), wire);

    public static RecordedWire ExpectTable(this RecordedWire wire, string table, string definition) =>
        wire.Expect("GET", $"EntityDefinitions(LogicalName='{table}'){Parts}", definition);
}
