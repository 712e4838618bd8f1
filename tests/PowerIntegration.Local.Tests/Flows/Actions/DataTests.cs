using PowerIntegration.Local.Flows.Running;
using Xunit;

namespace PowerIntegration.Local.Tests.Flows.Actions;

public sealed class DataTests
{
    [Theory]
    [InlineData("Select", """{"from":[{"n":1},{"n":2}],"select":{"double":"@mul(item()?['n'],2)"}}""", """[{"double":2},{"double":4}]""")]
    [InlineData("Select", """{"from":"@range(1,2)","select":"@item()"}""", "[1,2]")]
    [InlineData("Query", """{"from":[1,2,3],"where":"@greater(item(),1)"}""", "[2,3]")]
    [InlineData("Join", """{"from":["a",true,null],"joinWith":", "}""", "\"a, True, \"")]
    [InlineData(
        "ParseJson",
        """{"content":"{\"a\":1.50}","schema":{"type":"object","properties":{"a":{"type":"number"}},"required":["a"]}}""",
        """{"a":1.50}"""
    )]
    [InlineData(
        "ParseJson",
        """{"content":{"@@odata.etag":"x"},"schema":{"type":"object","properties":{"@@odata.etag":{"type":"string"}}}}""",
        """{"@odata.etag":"x"}"""
    )]
    public async Task Data_operations_give_their_body(string type, string inputs, string expected) =>
        Assert.Equal(
            expected,
            await new FlowLab().ResultAsync(
                $$$"""
                {"Step":{"type":"{{{type}}}","inputs":{{{inputs}}} },"Result":{"type":"Compose","runAfter":{"Step":["Succeeded"]},
                "inputs":"@body('Step')"} }
                """
            )
        );

    [Theory]
    [InlineData("""{"type":"object","required":["b"]}""", "#", "'b'")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", "#/a", "WholeNumber")]
    [InlineData("""{"properties":{"a":{"enum":[2,3]}}}""", "#/a", "[2,3]")]
    public async Task Parse_json_fails_where_the_schema_does_not_fit(string schema, string path, string what)
    {
        var run = await new FlowLab().RunAsync($$$"""{"Step":{"type":"ParseJson","inputs":{"content":{"a":1},"schema":{{{schema}}} } } }""");

        Assert.Equal("ValidationFailed", run.Action("Step").Code);
        Assert.Contains(path, run.Action("Step").Error!.Message, System.StringComparison.Ordinal);
        Assert.Contains(what, run.Action("Step").Error!.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_of_an_object_are_evaluated_and_doubled_at_signs_are_not()
    {
        Assert.Equal(
            """{"k1":"@home","mail":"a@b"}""",
            await new FlowLab().ResultAsync("""{"Result":{"type":"Compose","inputs":{"k@{add(0,1)}":"@@home","mail":"a@b"}}}""")
        );
    }

    [Theory]
    [InlineData("integer", "\"7\"", "cannot take")]
    [InlineData("string", "7", "cannot take")]
    [InlineData("boolean", "\"true\"", "cannot take")]
    [InlineData("object", "[]", "cannot take")]
    public async Task Variables_refuse_values_of_another_type(string type, string value, string what)
    {
        var run = await new FlowLab().RunAsync(
            $$$"""{"Make":{"type":"InitializeVariable","inputs":{"variables":[{"name":"v","type":"{{{type}}}","value":{{{value}}} }]} } }"""
        );

        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Contains(what, run.Error!.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_are_typed_grow_and_count_and_ignore_the_case_of_their_names()
    {
        Assert.Equal(
            """["",3,1.5,"ab",["x"]]""",
            await new FlowLab().ResultAsync(
                """
                {"M1":{"type":"InitializeVariable","inputs":{"variables":[{"name":"Text","type":"string"}]}},
                 "M2":{"type":"InitializeVariable","inputs":{"variables":[{"name":"Count","type":"Integer","value":5}]}},
                 "M3":{"type":"InitializeVariable","inputs":{"variables":[{"name":"Rate","type":"float","value":1}]}},
                 "M4":{"type":"InitializeVariable","inputs":{"variables":[{"name":"Line","type":"string","value":"a"}]}},
                 "M5":{"type":"InitializeVariable","inputs":{"variables":[{"name":"List","type":"array","value":"@null"}]}},
                 "C2":{"type":"DecrementVariable","runAfter":{"M2":["Succeeded"]},"inputs":{"name":"count","value":2}},
                 "C3":{"type":"IncrementVariable","runAfter":{"M3":["Succeeded"]},"inputs":{"name":"rate","value":0.5}},
                 "C4":{"type":"AppendToStringVariable","runAfter":{"M4":["Succeeded"]},"inputs":{"name":"LINE","value":"b"}},
                 "C5":{"type":"AppendToArrayVariable","runAfter":{"M5":["Succeeded"]},"inputs":{"name":"list","value":"x"}},
                 "Result":{"type":"Compose","runAfter":{"M1":["Succeeded"],"C2":["Succeeded"],"C3":["Succeeded"],"C4":["Succeeded"],
                 "C5":["Succeeded"]},
                   "inputs":["@variables('text')","@variables('count')","@variables('rate')","@variables('line')","@variables('list')"]}}
                """
            )
        );
    }

    [Theory]
    [InlineData("@null")]
    [InlineData("@createArray(1)")]
    public async Task A_list_variable_refuses_null_and_lists_as_elements(string element)
    {
        var run = await new FlowLab().RunAsync(
            $$$"""
            {"Make":{"type":"InitializeVariable","inputs":{"variables":[{"name":"v","type":"array"}]} },
             "Add":{"type":"AppendToArrayVariable","runAfter":{"Make":["Succeeded"]},"inputs":{"name":"v","value":"{{{element}}}"} } }
            """
        );

        Assert.Contains("null and lists are refused", run.Error!.Message, System.StringComparison.Ordinal);
    }
}
