using PowerIntegration.Local.Expressions;
using PowerIntegration.Local.Expressions.Evaluation;
using Xunit;

namespace PowerIntegration.Local.Tests.Flows.Expressions;

public sealed class FunctionTests
{
    [Theory]
    [InlineData("@utcNow()", "\"2025-11-30T17:04:05.0000000Z\"")]
    [InlineData("@utcNow('yyyy-MM-dd')", "\"2025-11-30\"")]
    [InlineData("@addDays('2025-02-28',1)", "\"2025-03-01T00:00:00.0000000Z\"")]
    [InlineData("@addHours('2025-02-28T23:30:00Z',-24,'yyyy-MM-dd HH:mm')", "\"2025-02-27 23:30\"")]
    [InlineData("@addToTime('2025-01-31',1,'Month')", "\"2025-02-28T00:00:00.0000000Z\"")]
    [InlineData("@subtractFromTime('2025-03-31T10:00:00+02:00',1,'Week')", "\"2025-03-24T08:00:00.0000000Z\"")]
    [InlineData("@getFutureTime(1,'Year','yyyy')", "\"2026\"")]
    [InlineData("@getPastTime(5,'Day','yyyy-MM-dd')", "\"2025-11-25\"")]
    [InlineData("@startOfDay('2025-11-30T17:04:05Z')", "\"2025-11-30T00:00:00.0000000Z\"")]
    [InlineData("@startOfHour('2025-11-30T17:04:05Z')", "\"2025-11-30T17:00:00.0000000Z\"")]
    [InlineData("@startOfMonth('2025-11-30T17:04:05Z','yyyy-MM-dd')", "\"2025-11-01\"")]
    [InlineData("@dayOfWeek('2025-11-30')", "0")]
    [InlineData("@dayOfMonth('2025-11-30')", "30")]
    [InlineData("@dayOfYear('2025-11-30')", "334")]
    [InlineData("@ticks('0001-01-01T00:00:01Z')", "10000000")]
    [InlineData("@dateDifference('2025-11-29','2025-11-30T01:00:00Z')", "\"1.01:00:00\"")]
    [InlineData("@formatDateTime('2025-11-30T17:04:05Z','dddd','de-DE')", "\"Sonntag\"")]
    [InlineData("@parseDateTime('30.11.2025','de-DE','dd.MM.yyyy')", "\"2025-11-30T00:00:00.0000000Z\"")]
    [InlineData("@convertFromUtc('2025-07-01T12:00:00Z','Central Standard Time')", "\"2025-07-01T07:00:00.0000000\"")]
    [InlineData("@convertToUtc('2025-01-15T08:00:00','Central Standard Time')", "\"2025-01-15T14:00:00.0000000Z\"")]
    [InlineData("@convertTimeZone('2025-01-15T08:00:00','Central Standard Time','W. Europe Standard Time')", "\"2025-01-15T15:00:00.0000000\"")]
    public void Times_are_written_with_seven_digits_and_a_zone_only_in_utc(string expression, string expected) =>
        Assert.Equal(expected, CompactJson.Write(PlainScope.Evaluate(expression)));

    [Theory]
    [InlineData("@equals(json('{\"a\":[1,2.0]}'),json('{\"a\":[1.0,2]}'))", "true")]
    [InlineData("@equals('a','A')", "false")]
    [InlineData("@less(9,10.5)", "true")]
    [InlineData("@greater('b','a')", "true")]
    [InlineData("@not(true)", "false")]
    [InlineData("@contains('Hello','ell')", "true")]
    [InlineData("@contains('Hello','ELL')", "false")]
    [InlineData("@contains(createArray(1,2),2.0)", "true")]
    [InlineData("@contains(json('{\"Key\":1}'),'key')", "true")]
    [InlineData("@skip(createArray(1,2,3),1)", "[2,3]")]
    [InlineData("@skip('abc',2)", "\"c\"")]
    [InlineData("@chunk('abcde',2)", "[\"ab\",\"cd\",\"e\"]")]
    [InlineData("@chunk(createArray(1,2,3),2)", "[[1,2],[3]]")]
    [InlineData("@sort(createArray(3,1,2))", "[1,2,3]")]
    [InlineData("@sort(json('[{\"n\":2},{\"n\":1}]'),'n')", "[{\"n\":1},{\"n\":2}]")]
    [InlineData("@range(3,2)", "[3,4]")]
    [InlineData("@min(3,1.5,2)", "1.5")]
    [InlineData("@max(createArray(3,10,2))", "10")]
    [InlineData("@mod(7,3)", "1")]
    [InlineData("@div(7,2)", "3")]
    [InlineData("@sub(7,2.5)", "4.5")]
    [InlineData("@nthIndexOf('abcabc','B',2)", "4")]
    [InlineData("@nthIndexOf('abcabc','b',-1)", "4")]
    [InlineData("@nthIndexOf('abcabc','b',3)", "-1")]
    [InlineData("@formatNumber(1234567.891,'C2','en-US')", "\"$1,234,567.89\"")]
    [InlineData("@concat('a',1,true,null,json('[1]'))", "\"a1True[1]\"")]
    [InlineData("@encodeUriComponent('a b/c')", "\"a%20b%2Fc\"")]
    [InlineData("@decodeUriComponent('a%20b%2Fc')", "\"a b/c\"")]
    [InlineData("@uriHost('https://gateway.example:8443/p/q?x=1')", "\"gateway.example\"")]
    [InlineData("@uriPathAndQuery('https://gateway.example:8443/p/q?x=1')", "\"/p/q?x=1\"")]
    [InlineData("@uriPort('https://gateway.example:8443/p')", "8443")]
    [InlineData("@uriQuery('https://gateway.example/p?x=1')", "\"?x=1\"")]
    [InlineData("@uriScheme('https://gateway.example/p')", "\"https\"")]
    [InlineData("@array('x')", "[\"x\"]")]
    [InlineData("@length(guid())", "36")]
    [InlineData("@guid('N')?[0]", "error")]
    [InlineData("@json('{\"a\":{\"b\":[10,20]}}')?['a/b/1']", "20")]
    [InlineData("@json('{\"a/b\":1,\"a\":{\"b\":2}}')?['a/b']", "1")]
    [InlineData("@json('{}')?['a']?['b']", "null")]
    [InlineData("@json('{}')['a']", "error")]
    [InlineData("@noSuchFunction()", "error")]
    public void Functions_of_the_language(string expression, string expected)
    {
        string Evaluate() => CompactJson.Write(PlainScope.Evaluate(expression));
        if (expected == "error")
        {
            Assert.Throws<ExpressionException>(() => Evaluate());
        }
        else
        {
            Assert.Equal(expected, Evaluate());
        }
    }

    [Fact]
    public void Money_from_a_wire_stays_exact()
    {
        var sum = PlainScope.Evaluate("@string(add(json('{\"a\":0.10}').a,json('{\"b\":0.20}').b))");

        Assert.Equal("0.30", sum!.GetValue<string>());
    }

    [Fact]
    public void Random_numbers_come_from_the_seed_and_stay_below_the_maximum()
    {
        var first = PlainScope.Evaluate("@rand(5,8)")!.GetValue<long>();

        Assert.Equal(first, PlainScope.Evaluate("@rand(5,8)")!.GetValue<long>());
        Assert.InRange(first, 5, 7);
    }

    [Fact]
    public void About_a_hundred_and_twenty_functions_are_known() => Assert.InRange(ExpressionEvaluator.FunctionNames.Count, 115, 140);

    [Fact]
    public void A_refusal_names_function_argument_and_value()
    {
        var refusal = Assert.Throws<ExpressionException>(() => PlainScope.Evaluate("@substring(42,1)"));

        Assert.Equal("The function 'substring' expects a text as argument 1 and got WholeNumber 42.", refusal.Message);
    }

    [Fact]
    public void An_expression_longer_than_a_flow_may_hold_is_refused()
    {
        var refusal = Assert.Throws<ExpressionException>(() => PlainScope.Evaluate($"@concat('{new string('x', 8190)}')"));

        Assert.Contains("8192", refusal.Message, System.StringComparison.Ordinal);
    }
}
