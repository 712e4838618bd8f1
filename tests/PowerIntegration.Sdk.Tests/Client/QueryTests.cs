using System.ServiceModel;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Client;

public sealed class QueryTests
{
    private const string NoRows = """{"value":[]}""";

    [Fact]
    public void A_query_is_sent_as_fetchxml()
    {
        const string Fetch =
            """<fetch top="5"><entity name="pint_document"><attribute name="pint_name" /><attribute name="pint_commitmentid" />"""
            + """<order attribute="pint_revision" descending="true" />"""
            + """<filter type="and"><condition attribute="pint_state" operator="in"><value>1</value><value>2</value></condition>"""
            + """<condition attribute="pint_commitmentid" operator="eq" value="22222222-2222-2222-2222-222222222222" />"""
            + """<condition attribute="pint_leaseuntil" operator="le" value="2025-11-05T08:30:00Z" />"""
            + """<condition attribute="pint_final" operator="eq" value="1" />"""
            + """<filter type="or"><condition attribute="pint_key" operator="null" /><condition"""
            + """ attribute="pint_name" operator="like" value="a&amp;b%" /></filter>"""
            + "</filter></entity></fetch>";
        using ServiceClient client = Lakeshore.Client(
            Lakeshore.Wire().ExpectDocumentTable().Expect("GET", "pint_documents?fetchXml=" + Fetch, NoRows)
        );
        var query = new QueryExpression("pint_document") { ColumnSet = new ColumnSet("pint_name", "pint_commitmentid"), TopCount = 5 };
        query.AddOrder("pint_revision", OrderType.Descending);
        query.Criteria.AddCondition("pint_state", ConditionOperator.In, 1, 2);
        query.Criteria.AddCondition("pint_commitmentid", ConditionOperator.Equal, Lakeshore.CommitmentId);
        query.Criteria.AddCondition("pint_leaseuntil", ConditionOperator.LessEqual, new DateTime(2025, 11, 5, 8, 30, 0, DateTimeKind.Utc));
        query.Criteria.AddCondition("pint_final", ConditionOperator.Equal, true);
        FilterExpression either = query.Criteria.AddFilter(LogicalOperator.Or);
        either.AddCondition("pint_key", ConditionOperator.Null);
        either.AddCondition("pint_name", ConditionOperator.Like, "a&b%");

        EntityCollection rows = client.RetrieveMultiple(query);

        Assert.Empty(rows.Entities);
        Assert.Equal("pint_document", rows.EntityName);
        Assert.Equal(-1, rows.TotalRecordCount);
    }

    [Fact]
    public void Columns_of_a_linked_table_are_aliased_values_of_their_own_types()
    {
        const string Fetch =
            """<fetch><entity name="pint_document"><attribute name="pint_name" />"""
            + """<link-entity name="pint_commitment" from="pint_commitmentid" to="pint_commitmentid" link-type="outer" alias="c">"""
            + """<attribute name="pint_outsidedate" /><attribute name="pint_supplierid" />"""
            + """<filter type="and"><condition attribute="pint_key" operator="eq" value="ENV|1" /></filter></link-entity></entity></fetch>""";
        const string Rows = """
            {"value":[{"@odata.etag":"W/\"1\"","pint_documentid":"11111111-1111-1111-1111-111111111111","pint_name":"a",
             "c.pint_outsidedate":"2025-12-01","c.pint_supplierid":"22222222-2222-2222-2222-222222222222",
             "c.pint_supplierid@Microsoft.Dynamics.CRM.lookuplogicalname":"account",
             "c.pint_supplierid@OData.Community.Display.V1.FormattedValue":"Prairie Concrete"}]}
            """;
        using ServiceClient client = Lakeshore.Client(
            Lakeshore.Wire().ExpectDocumentTable().ExpectContractTable().Expect("GET", "pint_documents?fetchXml=" + Fetch, Rows)
        );
        var query = new QueryExpression("pint_document") { ColumnSet = new ColumnSet("pint_name") };
        LinkEntity link = query.AddLink("pint_commitment", "pint_commitmentid", "pint_commitmentid", JoinOperator.LeftOuter);
        link.EntityAlias = "c";
        link.Columns = new ColumnSet("pint_outsidedate", "pint_supplierid");
        link.LinkCriteria.AddCondition("pint_key", ConditionOperator.Equal, "ENV|1");

        Entity row = Assert.Single(client.RetrieveMultiple(query).Entities);

        var date = row.GetAttributeValue<AliasedValue>("c.pint_outsidedate");
        var supplier = row.GetAttributeValue<AliasedValue>("c.pint_supplierid");
        Assert.Equal(("pint_commitment", "pint_outsidedate"), (date.EntityLogicalName, date.AttributeLogicalName));
        Assert.Equal(new DateTime(2025, 12, 1), date.Value);
        Assert.Equal(new EntityReference("account", Lakeshore.CommitmentId), supplier.Value);
        Assert.Equal("Prairie Concrete", row.FormattedValues["c.pint_supplierid"]);
    }

    [Fact]
    public void A_link_without_an_alias_gets_one_from_its_table()
    {
        const string Fetch =
            """<fetch><entity name="pint_document"><attribute name="pint_documentid" />"""
            + """<link-entity name="pint_commitment" from="pint_commitmentid" to="pint_commitmentid" link-type="inner" alias="pint_commitment1">"""
            + """<attribute name="pint_name" /></link-entity></entity></fetch>""";
        const string Rows = """{"value":[{"pint_documentid":"11111111-1111-1111-1111-111111111111","pint_commitment1.pint_name":"SC-001"}]}""";
        using ServiceClient client = Lakeshore.Client(
            Lakeshore.Wire().ExpectDocumentTable().ExpectContractTable().Expect("GET", "pint_documents?fetchXml=" + Fetch, Rows)
        );
        var query = new QueryExpression("pint_document");
        query.AddLink("pint_commitment", "pint_commitmentid", "pint_commitmentid").Columns = new ColumnSet("pint_name");

        Entity row = Assert.Single(client.RetrieveMultiple(query).Entities);

        Assert.Equal("SC-001", row.GetAttributeValue<AliasedValue>("pint_commitment1.pint_name").Value);
    }

    [Fact]
    public void A_page_says_whether_more_follow_and_gives_the_cookie_for_them()
    {
        const string Cookie = """<cookie pagenumber=\"2\" pagingcookie=\"%253ccookie%2520page%253d%25221%2522%252f%253e\" istracking=\"False\" />""";
        const string Page = $$"""
            {"value":[{"pint_documentid":"11111111-1111-1111-1111-111111111111"}],"@Microsoft.Dynamics.CRM.morerecords":true,
             "@Microsoft.Dynamics.CRM.totalrecordcount":2,"@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded":false,
             "@Microsoft.Dynamics.CRM.fetchxmlpagingcookie":"{{Cookie}}"}
            """;
        RecordedWire wire = Lakeshore
            .Wire()
            .ExpectDocumentTable()
            .Expect(
                "GET",
                """pint_documents?fetchXml=<fetch page="1" count="1" returntotalrecordcount="true"><entity"""
                    + """ name="pint_document"><attribute name="pint_documentid" /></entity></fetch>""",
                Page
            )
            .Expect(
                "GET",
                """pint_documents?fetchXml=<fetch page="2" count="1" returntotalrecordcount="true" paging-cookie="&lt;"""
                    + """cookie page=&quot;1&quot;/&gt;"><entity name="pint_document"><attribute name="pint_documentid" /></entity></fetch>""",
                NoRows
            );
        using ServiceClient client = Lakeshore.Client(wire);
        var query = new QueryExpression("pint_document")
        {
            PageInfo = new PagingInfo
            {
                PageNumber = 1,
                Count = 1,
                ReturnTotalRecordCount = true,
            },
        };

        EntityCollection first = client.RetrieveMultiple(query);
        query.PageInfo.PageNumber = 2;
        query.PageInfo.PagingCookie = first.PagingCookie;
        EntityCollection second = client.RetrieveMultiple(query);

        Assert.Equal((true, 2, """<cookie page="1"/>"""), (first.MoreRecords, first.TotalRecordCount, first.PagingCookie));
        Assert.False(second.MoreRecords);
        wire.AssertAllCame();
    }

    [Fact]
    public void A_query_by_attribute_and_fetchxml_end_in_the_same_request()
    {
        const string Fetch =
            """<fetch><entity name="pint_document"><attribute name="pint_name" /><filter type="and"><condition"""
            + """ attribute="pint_key" operator="eq" value="ENV|1" /></filter></entity></fetch>""";
        RecordedWire wire = Lakeshore
            .Wire()
            .ExpectDocumentTable()
            .Expect("GET", "pint_documents?fetchXml=" + Fetch, NoRows)
            .Expect("GET", "pint_documents?fetchXml=" + Fetch, NoRows);
        using ServiceClient client = Lakeshore.Client(wire);
        var byAttribute = new QueryByAttribute("pint_document") { ColumnSet = new ColumnSet("pint_name") };
        byAttribute.AddAttributeValue("pint_key", "ENV|1");

        client.RetrieveMultiple(byAttribute);
        client.RetrieveMultiple(new FetchExpression(Fetch));

        wire.AssertAllCame();
    }

    [Fact]
    public void A_choice_or_reference_as_a_condition_is_refused_as_the_platform_does()
    {
        using ServiceClient client = Lakeshore.Client(Lakeshore.Wire());
        var query = new QueryExpression("pint_document");
        query.Criteria.AddCondition("pint_state", ConditionOperator.Equal, new OptionSetValue(1));

        Assert.Contains("'pint_state'", Assert.Throws<NotSupportedException>(() => client.RetrieveMultiple(query)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_query_cannot_say_on_this_wire_is_refused_by_name()
    {
        using ServiceClient client = Lakeshore.Client(Lakeshore.Wire());
        var query = new QueryExpression("pint_document");
        query.Criteria.AddCondition("pint_name", ConditionOperator.Contains, "x");

        Assert.Contains("Contains", Assert.Throws<NotSupportedException>(() => client.RetrieveMultiple(query)).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() =>
            client.RetrieveMultiple(new FetchExpression("""<fetch aggregate="true"><entity name="a" /></fetch>"""))
        );
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => client.RetrieveMultiple(new FetchExpression("<fetch")));
    }
}
