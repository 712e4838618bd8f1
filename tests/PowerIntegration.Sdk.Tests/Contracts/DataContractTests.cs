using System.Reflection;
using System.Runtime.Serialization;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Contracts;

/// <summary>
/// The SOAP contract of every class: name, namespace and the members that travel, in their order. "@60" is the order that a member declares,
/// "?" a member that is left out while it has its default value.
/// </summary>
public sealed class DataContractTests
{
    private const string Expected = """
        ExecuteTransactionFault {xrm/7.1} FaultedRequestIndex
        KeyAttributeCollection {xrm/7.1} collection
        ExecuteMultipleResponseItem {xrm/2012} Fault RequestIndex Response
        ExecuteMultipleResponseItemCollection {xrm/2012} collection OrganizationResponseCollection
        ExecuteMultipleSettings {xrm/2012} ContinueOnError ReturnResponses
        OrganizationRequestCollection {xrm/2012} collection
        AliasedValue {xrm/2011} AttributeLogicalName EntityLogicalName NeedFormatting ReturnType Value
        AttributeCollection {xrm/2011} collection
        BaseServiceFault {xrm/2011} ActivityId ErrorCode ErrorDetails HelpLink Message Timestamp
        Entity {xrm/2011} Attributes EntityState FormattedValues Id KeyAttributes LogicalName RelatedEntities RowVersion
        EntityCollection {xrm/2011} Entities EntityName MinActiveRowVersion MoreRecords PagingCookie TotalRecordCount TotalRecordCountLimitExceeded
        EntityImageCollection {xrm/2011} collection
        EntityReference {xrm/2011} Id KeyAttributes LogicalName Name RowVersion
        EntityReferenceCollection {xrm/2011} collection
        ErrorDetailCollection {xrm/2011} collection
        FormattedValueCollection {xrm/2011} collection
        Money {xrm/2011} Value
        OptionSetValue {xrm/2011} Value
        OptionSetValueCollection {xrm/2011} collection
        OrganizationRequest {xrm/2011} Parameters RequestId RequestName
        OrganizationResponse {xrm/2011} ResponseName Results
        OrganizationResponseCollection {xrm/2011} collection
        OrganizationServiceFault {xrm/2011} ExceptionRetriable ExceptionSource InnerFault OriginalException TraceText
        ParameterCollection {xrm/2011} collection
        RelatedEntityCollection {xrm/2011} collection
        Relationship {xrm/2011} PrimaryEntityRole SchemaName
        RelationshipQueryCollection {xrm/2011} collection
        ColumnSet {xrm/2011} AllColumns Columns
        ConditionExpression {xrm/2011} AttributeName CompareColumns Operator Values EntityName@60
        FetchExpression {xrm/2011} Query
        FilterExpression {xrm/2011} Conditions FilterOperator Filters IsQuickFindFilter@51? FilterHint@82?
        LinkEntity {xrm/2011} Columns EntityAlias JoinOperator LinkCriteria LinkEntities LinkFromAttributeName LinkFromEntityName
          LinkToAttributeName LinkToEntityName Orders@80
        OrderExpression {xrm/2011} Alias AttributeName EntityName OrderType
        PagingInfo {xrm/2011} Count PageNumber PagingCookie ReturnTotalRecordCount
        QueryBase {xrm/2011}
        QueryByAttribute {xrm/2011} Attributes ColumnSet EntityName Orders PageInfo Values TopCount@50
        QueryExpression {xrm/2011} ColumnSet Criteria Distinct EntityName LinkEntities Orders PageInfo NoLock@50 TopCount@50? QueryHints@92?
        WhoAmIRequest {crm/2011}
        WhoAmIResponse {crm/2011}
        """;

    // A line that is indented goes on with the one before.
    private static readonly string[] Lines = Expected.ReplaceLineEndings("\n").Replace("\n  ", " ", StringComparison.Ordinal).Split('\n');

    public static TheoryData<string> Contracts => [.. Lines.Select(line => line.Split(' ')[0])];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_class_travels_under_microsofts_name_with_microsofts_members(string name) =>
        Assert.Equal(
            Lines.Single(line => line.StartsWith(name + " ", StringComparison.Ordinal)),
            Describe(Classes().Single(type => type.Name == name))
        );

    [Fact]
    public void Every_message_travels_under_its_own_name_in_one_namespace_and_has_no_members_but_its_parameters() =>
        Assert.All(
            Classes().Where(type => type.Namespace == "Microsoft.Xrm.Sdk.Messages"),
            type => Assert.Equal(type.Name + " {xrm/2011}", Describe(type))
        );

    [Fact]
    public void No_class_with_a_contract_is_left_out() =>
        Assert.Equal(
            Classes().Where(type => type.Namespace != "Microsoft.Xrm.Sdk.Messages").Select(type => type.Name).Order(StringComparer.Ordinal),
            Contracts.Select(row => row.Data).Order(StringComparer.Ordinal)
        );

    private static IEnumerable<Type> Classes() =>
        new[] { typeof(Entity).Assembly, typeof(WhoAmIRequest).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.IsClass && (type.IsDefined(typeof(DataContractAttribute), false) || IsCollection(type)));

    private static bool IsCollection(Type type) => type.IsDefined(typeof(CollectionDataContractAttribute), false);

    private static string Describe(Type type)
    {
        if (type.GetCustomAttribute<CollectionDataContractAttribute>(inherit: false) is { } collection)
        {
            return $"{type.Name} {Short(collection.Namespace)} collection" + (collection.Name == type.Name ? string.Empty : " " + collection.Name);
        }

        var contract = type.GetCustomAttribute<DataContractAttribute>(inherit: false)!;
        Assert.Equal(type.Name, contract.Name ?? type.Name);
        return string.Join(' ', Members(type).Prepend(Short(contract.Namespace)).Prepend(type.Name));
    }

    private static IEnumerable<string> Members(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Select(property => (property.Name, Member: property.GetCustomAttribute<DataMemberAttribute>()))
            .Where(property => property.Member != null)
            .OrderBy(property => property.Member!.Order)
            .ThenBy(property => property.Name, StringComparer.Ordinal)
            .Select(property =>
                property.Name
                + (property.Member!.Order < 0 ? string.Empty : FormattableString.Invariant($"@{property.Member.Order}"))
                + (property.Member.EmitDefaultValue ? string.Empty : "?")
            );

    private static string Short(string? space) =>
        "{"
        + space
            ?.Replace("http://schemas.microsoft.com/", string.Empty, StringComparison.Ordinal)
            .Replace("/Contracts", string.Empty, StringComparison.Ordinal)
        + "}";
}
