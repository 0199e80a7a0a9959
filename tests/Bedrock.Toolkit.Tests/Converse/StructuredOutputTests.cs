using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Conventions;

namespace Bedrock.Toolkit.Tests.Converse;

public sealed class StructuredOutputTests
{
    private const string NativeModel = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private const string ToolModel = "us.amazon.nova-lite-v1:0";

    [Theory]
    [InlineData("us.anthropic.claude-sonnet-4-5-20250929-v1:0", null, StructuredOutputMode.NativeFormat)]
    [InlineData("anthropic.claude-opus-4-6-v1", null, StructuredOutputMode.NativeFormat)]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-haiku-4-5-20251001-v1:0", null,
        StructuredOutputMode.NativeFormat)]
    [InlineData("openai.gpt-oss-120b-1:0", null, StructuredOutputMode.NativeFormat)]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0", null, StructuredOutputMode.ForcedTool)]
    [InlineData("anthropic.claude-opus-4-7", null, StructuredOutputMode.ForcedTool)]
    [InlineData("anthropic.claude-opus-4-7", """{"thinking":{"type":"adaptive"}}""", StructuredOutputMode.OfferedTool)]
    [InlineData("anthropic.claude-opus-4-7", """{"reasoning_config":{"type":"enabled","budget_tokens":2000}}""", StructuredOutputMode.OfferedTool)]
    [InlineData("anthropic.claude-sonnet-5", null, StructuredOutputMode.OfferedTool)]
    [InlineData("anthropic.claude-sonnet-5", """{"thinking":{"type":"disabled"}}""", StructuredOutputMode.ForcedTool)]
    [InlineData("amazon.nova-pro-v1:0", null, StructuredOutputMode.ForcedTool)]
    [InlineData("meta.llama3-1-70b-instruct-v1:0", null, StructuredOutputMode.OfferedTool)]
    [InlineData("us.deepseek.r1-v1:0", null, StructuredOutputMode.Prompt)]
    [InlineData("somebody.brand-new-v1:0", null, StructuredOutputMode.ForcedTool)]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc", null, StructuredOutputMode.ForcedTool)]
    public void Auto_Model_ChoosesWhatItTakes(string model, string? fields, StructuredOutputMode expected)
    {
        ConverseRequest request = ConverseRequest.For("a");
        request.AdditionalModelRequestFields = fields is null ? null : JsonElement.Parse(fields);

        Assert.Equal(expected, StructuredOutputSupport.Choose(StructuredOutputMode.Auto, ModelRules.For(model), request));
        Assert.Equal(StructuredOutputMode.NativeFormat, StructuredOutputSupport.Choose(StructuredOutputMode.NativeFormat, ModelRules.For(model), request));
    }

    [Fact]
    public void Auto_Citations_AvoidTheNativeFormat()
    {
        ConverseRequest request = ConverseRequest.For("a");
        request.Messages[0].Content.Add(new DocumentBlock { Name = "a", Source = new DocumentTextSource("x"), Citations = new() { Enabled = true } });

        Assert.Equal(StructuredOutputMode.ForcedTool, StructuredOutputSupport.Choose(StructuredOutputMode.Auto, ModelRules.For(NativeModel), request));
    }

    [Fact]
    public async Task ConverseAsync_EveryKnownModel_TakesTheForm()
    {
        List<string> faults = [];
        foreach (string model in KnownModels.All.Select(known => known.Model.Id.Value).Where(id => ModelRules.For(id).IsKnown).Distinct())
        {
            using FakeBedrock fake = new FakeBedrock().AllowAnyModel();
            fake.WhenConverse(model).Reply("""{"name":"a","next":null}""");
            try
            {
                ConverseResponse<Node> answer = await fake.Client.ConverseAsync(model, ConverseRequest.For("a"), ConverseTestContext.Default.Node);
                ConverseRequest sent = Assert.Single(fake.ConverseRequests(model));
                string body = BedrockJson.Serialize(sent);
                if (answer.Value.Name != "a" || !body.Contains("next", StringComparison.Ordinal))
                {
                    faults.Add($"{model}: {body}");
                }
            }
            catch (Exception e) when (e is ArgumentException or BedrockException)
            {
                faults.Add($"{model}: {e.Message}");
            }
        }

        ConventionFaults.AssertNone(faults);
    }

    [Fact]
    public async Task ConverseAsync_ModelWithoutToolsAndSystem_IsAskedByTheUser()
    {
        const string model = "amazon.titan-text-premier-v1:0";
        using var fake = new FakeBedrock();
        fake.WhenConverse(model).Reply("```json\n{\"name\":\"a\",\"next\":null}\n```");
        ConverseRequest request = ConverseRequest.For("Who?");

        ConverseResponse<Node> answer = await fake.Client.ConverseAsync(model, request, ConverseTestContext.Default.Node);

        Assert.Equal(("a", StructuredOutputMode.Prompt), (answer.Value.Name, answer.Mode));
        ConverseRequest sent = Assert.Single(fake.ConverseRequests(model));
        Assert.Null(sent.System);
        Assert.Null(sent.ToolConfig);
        Assert.StartsWith("Answer with one JSON value of this schema", Assert.IsType<TextBlock>(sent.Messages[0].Content[1]).Text, StringComparison.Ordinal);
        Assert.Single(request.Messages[0].Content);
    }

    [Fact]
    public async Task ConverseAsync_TypeThatHoldsItself_GoesByTheTool()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(NativeModel).Reply(Call("""{"name":"a","next":null}"""));

        ConverseResponse<Node> answer = await fake.Client.ConverseAsync(NativeModel, ConverseRequest.For("a"), ConverseTestContext.Default.Node);

        Assert.Equal(StructuredOutputMode.ForcedTool, answer.Mode);
        Assert.Null(Assert.Single(fake.ConverseRequests(NativeModel)).OutputConfig);
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":"object","additionalProperties":{"type":"integer"}}}}""", StructuredOutputMode.ForcedTool)]
    [InlineData("""{"type":"object","properties":{"next":{"$ref":"#"}}}""", StructuredOutputMode.ForcedTool)]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer","minimum":1}}}""", StructuredOutputMode.NativeFormat)]
    public void ChooseMode_Schema_AvoidsWhatTheNativeFormatRefuses(string schema, StructuredOutputMode expected) =>
        Assert.Equal(expected, new StructuredOutputOptions().ChooseMode(NativeModel, ConverseRequest.For("a"), schema: JsonElement.Parse(schema)));

    [Fact]
    public async Task ConverseAsync_Native_SendsTheSchemaAndReadsTheText()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(NativeModel).Reply(Text("""{"degrees":18.5,"remark":null,"sources":["a"]}"""));

        ConverseResponse<Forecast> answer = await fake.Client.ConverseAsync(NativeModel, ConverseRequest.For("Paris?"), ConverseTestContext.Default.Forecast);

        Assert.Equal(18.5, answer.Value.Degrees);
        Assert.Equal(["a"], answer.Value.Sources);
        Assert.Equal(StructuredOutputMode.NativeFormat, answer.Mode);
        ConverseRequest sent = Assert.Single(fake.ConverseRequests(NativeModel));
        var schema = ((JsonSchemaOutputStructure)sent.OutputConfig!.TextFormat!.Structure).JsonSchema!;
        Assert.Equal(
            """{"type":"object","properties":{"degrees":{"description":"In degrees Celsius.","type":"number"},"remark":{"type":["string","null"]},"sources":{"type":"array","items":{"type":"string"}}},"required":["degrees","remark","sources"],"additionalProperties":false}""",
            schema.Schema);
        Assert.Null(sent.ToolConfig);
    }

    [Fact]
    public async Task ConverseAsync_ForcedTool_SendsTheToolAndReadsItsInput()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(ToolModel).Reply(Call("""{"degrees":1,"remark":"cold","sources":[]}"""));
        ConverseRequest request = ConverseRequest.For("Paris?");

        ConverseResponse<Forecast> answer = await fake.Client.ConverseAsync(ToolModel, request, ConverseTestContext.Default.Forecast);

        Assert.Equal("cold", answer.Value.Remark);
        ConverseRequest sent = Assert.Single(fake.ConverseRequests(ToolModel));
        Assert.IsType<ToolChoiceAny>(sent.ToolConfig!.ToolChoice);
        Assert.Equal("answer", ((SpecifiedTool)Assert.Single(sent.ToolConfig.Tools)).ToolSpec!.Name);
        Assert.Null(request.ToolConfig);
    }

    [Fact]
    public async Task ConverseAsync_OwnToolsBeside_ForcesTheAnswerByName()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(ToolModel).Reply(Call("""{"degrees":1,"remark":null,"sources":[]}""", "form"));
        ConverseRequest request = ConverseRequest.For("Paris?");
        request.ToolConfig = new() { Tools = [Tool.Create("search", null, ConverseTestData.Schema)] };

        await fake.Client.ConverseAsync(ToolModel, request, ConverseTestContext.Default.Forecast, new StructuredOutputOptions { Name = "form" });

        ConverseRequest sent = Assert.Single(fake.ConverseRequests(ToolModel));
        Assert.Equal("form", ((ToolChoiceTool)sent.ToolConfig!.ToolChoice!).Tool!.Name);
        Assert.Equal(2, sent.ToolConfig.Tools.Count);
        Assert.Single(request.ToolConfig.Tools);
    }

    [Fact]
    public async Task ConverseAsync_OfferedTool_AsksInTheSystemPromptAndTakesAText()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse("meta.llama3-1-70b-instruct-v1:0").Reply(Text("```json\n{\"degrees\":1,\"remark\":null,\"sources\":[]}\n```"));

        ConverseResponse<Forecast> answer =
            await fake.Client.ConverseAsync("meta.llama3-1-70b-instruct-v1:0", ConverseRequest.For("Paris?"), ConverseTestContext.Default.Forecast);

        Assert.Equal(1, answer.Value.Degrees);
        ConverseRequest sent = Assert.Single(fake.ConverseRequests("meta.llama3-1-70b-instruct-v1:0"));
        Assert.Contains("answer", ((SystemTextContent)Assert.Single(sent.System!)).Text, StringComparison.Ordinal);
        Assert.Null(sent.ToolConfig!.ToolChoice);
    }

    [Fact]
    public async Task ConverseAsync_NoObject_TravelsInOne()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(NativeModel).Reply(Text("""{"value":[{"degrees":1,"remark":null,"sources":[]}]}""")).Reply(Text("""{"value":7}"""));

        Assert.Single((await fake.Client.ConverseAsync(NativeModel, ConverseRequest.For("a"), ConverseTestContext.Default.ListForecast)).Value);
        Assert.Equal(7, (await fake.Client.ConverseAsync(NativeModel, ConverseRequest.For("a"), ConverseTestContext.Default.Int32)).Value);
    }

    [Fact]
    public void Form_RecursiveTypeInsideAWrapper_KeepsItsReferencesRight()
    {
        JsonElement schema = new StructuredOutputForm<List<Node>>(ConverseTestContext.Default.ListNode).Schema;
        string text = schema.GetRawText();

        int at = text.IndexOf("\"$ref\":\"", StringComparison.Ordinal);
        Assert.True(at > 0, text);
        string reference = text[(at + 8)..text.IndexOf('"', at + 8)];
        JsonElement target = schema;
        foreach (string step in reference.Split('/').Skip(1)) target = target.GetProperty(step);
        Assert.True(target.TryGetProperty("properties", out _), text);
    }

    [Theory]
    [InlineData("Sorry, no.", null)]
    [InlineData("""{"degrees":"warm"}""", "$.degrees")]
    [InlineData("""{"degrees":1,"remark":"cut""", "$")]
    [InlineData("null", "$")]
    public async Task ConverseAsync_Unfit_KeepsTheTextOutOfTheMessage(string text, string? path)
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(NativeModel).Reply(Text(text, StopReason.MaxTokens));

        BedrockStructuredOutputException e = await Assert.ThrowsAsync<BedrockStructuredOutputException>(
            () => fake.Client.ConverseAsync(NativeModel, ConverseRequest.For("Paris?"), ConverseTestContext.Default.Forecast));

        Assert.Equal(text, e.ReplyText);
        Assert.Equal(text, e.Response.Text);
        Assert.Equal(StopReason.MaxTokens, e.StopReason);
        Assert.DoesNotContain(text, e.ToString(), StringComparison.Ordinal);
        Assert.Equal(NativeModel, e.ModelId);
        Assert.NotNull(e.RequestId);
        if (path is not null) Assert.StartsWith(path, e.JsonPath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConverseAsync_ToolNotCalled_IsTyped()
    {
        using var fake = new FakeBedrock();
        fake.WhenConverse(ToolModel).Reply(Text("I would rather talk."));

        BedrockStructuredOutputException e = await Assert.ThrowsAsync<BedrockStructuredOutputException>(
            () => fake.Client.ConverseAsync(ToolModel, ConverseRequest.For("Paris?"), ConverseTestContext.Default.Forecast));

        Assert.Equal("I would rather talk.", e.ReplyText);
    }

    [Fact]
    public async Task ConverseAsync_Misuse_IsRefused()
    {
        using var fake = new FakeBedrock();
        ConverseRequest request = ConverseRequest.For("a");
        request.ToolConfig = new() { Tools = [Tool.Create("answer", null, ConverseTestData.Schema)] };

        await Assert.ThrowsAsync<ArgumentException>(() => fake.Client.ConverseAsync(ToolModel, request, ConverseTestContext.Default.Forecast));
        await Assert.ThrowsAsync<ArgumentException>(
            () => fake.Client.ConverseAsync(ToolModel, ConverseRequest.For("a"), ConverseTestContext.Default.Forecast,
            new StructuredOutputOptions { Name = "a b" }));
    }

    [Theory]
    [InlineData(NativeModel)]
    [InlineData(ToolModel)]
    public async Task ConverseAsync_SimulatedModel_AnswersInForm(string model)
    {
        using var fake = new FakeBedrock();

        ConverseResponse<Forecast> answer =
            await fake.Client.ConverseAsync(model, ConverseRequest.For("It is 21 degrees in Paris."), ConverseTestContext.Default.Forecast);

        Assert.Equal(21, answer.Value.Degrees);
    }

    private static ConverseResponse Text(string text, StopReason? reason = null) =>
        new() { Output = Message.Assistant(text), StopReason = reason ?? StopReason.EndTurn };

    private static ConverseResponse Call(string input, string name = "answer") => new()
    {
        Output = Message.Assistant(new ToolUseBlock { ToolUseId = "t", Name = name, Input = JsonElement.Parse(input) }),
        StopReason = StopReason.ToolUse,
    };
}
