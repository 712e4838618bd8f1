using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Sdk.Tests.Contracts;

/// <summary>Names and numbers of every enumeration. The numbers travel: into compiled plug-ins as constants, into SOAP as names.</summary>
public sealed class EnumTests
{
    private const string Contracts = "http://schemas.microsoft.com/xrm/2011/Contracts";

    private static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        ["Microsoft.Xrm.Sdk.ConcurrencyBehavior"] = "Default IfRowVersionMatches AlwaysOverwrite",
        ["Microsoft.Xrm.Sdk.EntityRole"] = "Referencing Referenced",
        ["Microsoft.Xrm.Sdk.EntityState"] = "Unchanged Created Changed",
        ["Microsoft.Xrm.Sdk.OperationStatus"] = "Failed Canceled Retry Suspended Succeeded",
        ["Microsoft.Xrm.Sdk.PluginHttpStatusCode"] =
            "NotSet 400=BadRequest Unauthorized 403=Forbidden NotFound MethodNotAllowed 408=RequestTimeout Conflict Gone "
            + "412=PreconditionFailed RequestEntityTooLarge 424=FailedDependency 429=TooManyRequests "
            + "500=InternalServerError 502=BadGateway ServiceUnavailable GatewayTimeout",
        ["Microsoft.Xrm.Sdk.PluginTelemetry.LogLevel"] = "Trace Debug Information Warning Error Critical None",
        ["Microsoft.Xrm.Sdk.Query.ConditionOperator"] =
            "Equal NotEqual GreaterThan LessThan GreaterEqual LessEqual Like NotLike In NotIn Between NotBetween Null NotNull "
            + "14=Yesterday Today Tomorrow Last7Days Next7Days LastWeek ThisWeek NextWeek LastMonth ThisMonth NextMonth "
            + "25=On OnOrBefore OnOrAfter LastYear ThisYear NextYear "
            + "31=LastXHours NextXHours LastXDays NextXDays LastXWeeks NextXWeeks LastXMonths NextXMonths LastXYears NextXYears "
            + "41=EqualUserId NotEqualUserId EqualBusinessId NotEqualBusinessId ChildOf Mask NotMask MasksSelect Contains DoesNotContain "
            + "51=EqualUserLanguage NotOn OlderThanXMonths BeginsWith DoesNotBeginWith EndsWith DoesNotEndWith "
            + "58=ThisFiscalYear ThisFiscalPeriod NextFiscalYear NextFiscalPeriod LastFiscalYear LastFiscalPeriod "
            + "64=LastXFiscalYears LastXFiscalPeriods NextXFiscalYears NextXFiscalPeriods "
            + "68=InFiscalYear InFiscalPeriod InFiscalPeriodAndYear InOrBeforeFiscalPeriodAndYear InOrAfterFiscalPeriodAndYear "
            + "73=EqualUserTeams EqualUserOrUserTeams Under NotUnder UnderOrEqual Above AboveOrEqual "
            + "80=EqualUserOrUserHierarchy EqualUserOrUserHierarchyAndTeams "
            + "82=OlderThanXYears OlderThanXWeeks OlderThanXDays OlderThanXHours OlderThanXMinutes "
            + "87=ContainValues DoesNotContainValues EqualRoleBusinessId",
        ["Microsoft.Xrm.Sdk.Query.JoinOperator"] = "Inner LeftOuter Natural MatchFirstRowUsingCrossApply In Exists Any NotAny All NotAll",
        ["Microsoft.Xrm.Sdk.Query.LogicalOperator"] = "And Or",
        ["Microsoft.Xrm.Sdk.Query.OrderType"] = "Ascending Descending",
    };

    // Enumerations of the plug-in side never travel by SOAP, and Microsoft's have no contract.
    private static readonly HashSet<string> WithoutContract =
    [
        "Microsoft.Xrm.Sdk.OperationStatus",
        "Microsoft.Xrm.Sdk.PluginHttpStatusCode",
        "Microsoft.Xrm.Sdk.PluginTelemetry.LogLevel",
    ];

    public static TheoryData<string> Names => [.. Enums().Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_has_microsofts_name_and_number(string name)
    {
        Type type = Type(name);

        Assert.Equal(
            Numbered(Expected[name]),
            Enum.GetValues(type).Cast<object>().Select(value => (Convert.ToInt32(value, CultureInfo.InvariantCulture), value.ToString()))
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_enumeration_that_travels_by_soap_is_a_contract_with_every_value_and_no_other_is(string name)
    {
        Type type = Type(name);
        var contract = (DataContractAttribute?)Attribute.GetCustomAttribute(type, typeof(DataContractAttribute));
        IEnumerable<string> members = type.GetFields()
            .Where(field => field.IsDefined(typeof(EnumMemberAttribute), false))
            .Select(field => field.Name);

        if (WithoutContract.Contains(name))
        {
            Assert.Null(contract);
            Assert.Empty(members);
            return;
        }

        Assert.Equal((type.Name, Contracts), (contract?.Name, contract?.Namespace));
        Assert.Equal(Enum.GetNames(type).Order(StringComparer.Ordinal), members.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_enumeration_is_left_out() => Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), Enums().Select(type => type.FullName!));

    private static IEnumerable<Type> Enums() =>
        typeof(Entity).Assembly.GetExportedTypes().Where(type => type.IsEnum).OrderBy(type => type.FullName, StringComparer.Ordinal);

    private static Type Type(string name) => typeof(Entity).Assembly.GetType(name, throwOnError: true)!;

    /// <summary>Reads "A B 5=C D" as 0, 1, 5 and 6.</summary>
    private static IEnumerable<(int Number, string? Name)> Numbered(string names)
    {
        int next = 0;
        foreach (string word in names.Split(' '))
        {
            string[] parts = word.Split('=');
            int number = parts.Length == 2 ? int.Parse(parts[0], CultureInfo.InvariantCulture) : next;
            next = number + 1;
            yield return (number, parts[^1]);
        }
    }
}
