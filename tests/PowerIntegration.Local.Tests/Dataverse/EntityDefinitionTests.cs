using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class EntityDefinitionTests
{
    [Fact]
    public async Task The_list_is_filtered_by_logical_name_and_cut_to_what_is_selected()
    {
        await using var desk = Desk.Start();
        var row = Assert
            .Single((await desk.GetAsync("EntityDefinitions?$select=EntitySetName,LogicalName&$filter=LogicalName eq 'cts_case'")).Rows)!
            .AsObject();
        Assert.Equal("cts_cases", (string?)row["EntitySetName"]);
        Assert.Equal(["EntitySetName", "LogicalName", "MetadataId"], row.Select(property => property.Key).Order());
    }

    [Fact]
    public async Task One_definition_shows_columns_keys_and_relationships()
    {
        await using var desk = Desk.Start();
        var table = (
            await desk.GetAsync(
                "EntityDefinitions(LogicalName='cts_case')?$select=PrimaryIdAttribute,PrimaryNameAttribute&"
                    + "$expand=Attributes($select=LogicalName,AttributeType),Keys,ManyToOneRelationships,OneToManyRelationships($select=SchemaName)"
            )
        ).Json!;
        Assert.Equal(("cts_caseid", "cts_name"), ((string)table["PrimaryIdAttribute"]!, (string)table["PrimaryNameAttribute"]!));
        var types = table["Attributes"]!
            .AsArray()
            .ToDictionary(column => (string)column!["LogicalName"]!, column => (string)column!["AttributeType"]!);
        Assert.Equal("Uniqueidentifier", types["cts_caseid"]);
        Assert.Equal(
            ("String", "Lookup", "Picklist", "DateTime", "Boolean", "Decimal"),
            (types["cts_number"], types["cts_customerid"], types["cts_stage"], types["cts_due"], types["cts_urgent"], types["cts_amount"])
        );
        Assert.Equal(("Owner", "State", "Status", "BigInt"), (types["ownerid"], types["statecode"], types["statuscode"], types["versionnumber"]));
        Assert.Equal("cts_number", (string?)Assert.Single(table["Keys"]!.AsArray())!["KeyAttributes"]![0]);
        var lookup = table["ManyToOneRelationships"]!.AsArray().Single(each => (string?)each!["SchemaName"] == "cts_customer_case")!;
        Assert.Equal("cts_CustomerId", (string?)lookup["ReferencingEntityNavigationPropertyName"]);
        Assert.Equal("cts_customerid", (string?)lookup["ReferencedAttribute"]);
        Assert.Contains(table["OneToManyRelationships"]!.AsArray(), each => (string?)each!["SchemaName"] == "cts_case_task");
    }

    [Fact]
    public async Task Columns_of_one_kind_are_asked_for_by_their_class()
    {
        await using var desk = Desk.Start();
        var dates = (
            await desk.GetAsync(
                "EntityDefinitions(LogicalName='cts_case')/Attributes"
                    + "/Microsoft.Dynamics.CRM.DateTimeAttributeMetadata?$select=LogicalName,DateTimeBehavior"
            )
        ).Rows;
        Assert.Equal("DateOnly", (string?)dates.Single(date => (string?)date!["LogicalName"] == "cts_due")!["DateTimeBehavior"]!["Value"]);
        Assert.Equal("UserLocal", (string?)dates.Single(date => (string?)date!["LogicalName"] == "cts_at")!["DateTimeBehavior"]!["Value"]);
        var choices = (
            await desk.GetAsync(
                "EntityDefinitions(LogicalName='cts_case')/Attributes"
                    + "/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet"
            )
        ).Rows;
        Assert.Equal("cts_stage", (string?)Assert.Single(choices)!["LogicalName"]);
    }

    [Fact]
    public async Task What_forms_need_to_know_of_a_table_is_told()
    {
        await using var desk = Desk.Start(solution =>
        {
            const string File = "Entities/cts_Case/Entity.xml";
            solution.Change(File, "<RequiredLevel>none</RequiredLevel>", "<RequiredLevel>required</RequiredLevel>");
            solution.Change(File, "<Format>text</Format>", "<Format>url</Format>");
        });
        var table = (await desk.GetAsync("EntityDefinitions(LogicalName='cts_case')?$expand=Attributes")).Json!;
        Assert.Equal("Cases", (string?)table["DisplayCollectionName"]!["UserLocalizedLabel"]!["Label"]);
        var columns = table["Attributes"]!.AsArray().ToDictionary(column => (string)column!["LogicalName"]!);
        Assert.Contains(columns.Values, column => (string?)column!["RequiredLevel"]!["Value"] == "ApplicationRequired");
        Assert.Equal("Url", (string?)columns["cts_name"]!["FormatName"]!["Value"]);
        Assert.Equal("Created On", (string?)columns["createdon"]!["DisplayName"]!["UserLocalizedLabel"]!["Label"]);
    }

    [Fact]
    public async Task An_unknown_table_is_not_found()
    {
        await using var desk = Desk.Start();
        var answer = await desk.GetAsync("EntityDefinitions(LogicalName='cts_nothing')");
        Assert.Equal(404, answer.Status);
        Assert.Contains("cts_nothing", answer.Message, StringComparison.Ordinal);
    }
}
