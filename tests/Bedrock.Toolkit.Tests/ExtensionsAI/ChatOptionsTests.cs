using System.ComponentModel;
using System.Text.Json;
using Bedrock.Toolkit.Testing;
using Microsoft.Extensions.AI;
using Wire = Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

public class ChatOptionsTests
{
    private const string Nova = "us.amazon.nova-pro-v1:0";
    private const string Sonnet45 = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private const string Sonnet46 = "global.anthropic.claude-sonnet-4-6";

    [Fact]
    public async Task Inference_EveryOption_IsSent()
    {
        string config = await ChatSent.MemberAsync("inferenceConfig",
            new ChatOptions { MaxOutputTokens = 9, Temperature = 0.7f, TopP = 0.1f, StopSequences = ["a", "b"] });

        Assert.Equal("""{"maxTokens":9,"temperature":0.7,"topP":0.1,"stopSequences":["a","b"]}""", config);
    }

    [Theory]
    [InlineData(ChatSent.Claude, """{"top_k":5}""", "Seed FrequencyPenalty PresencePenalty")]
    [InlineData(Nova, """{"inferenceConfig":{"topK":5}}""", "Seed FrequencyPenalty PresencePenalty")]
    [InlineData("cohere.command-r-v1:0", """{"k":5,"seed":7,"frequency_penalty":0.5,"presence_penalty":0.25}""", "")]
    [InlineData("mistral.mistral-7b-instruct-v0:2", """{"top_k":5}""", "Seed FrequencyPenalty PresencePenalty")]
    [InlineData("ai21.jamba-1-5-mini-v1:0", """{"frequency_penalty":0.5,"presence_penalty":0.25}""", "TopK Seed")]
    [InlineData("writer.palmyra-x5-v1:0", """{"seed":7,"frequency_penalty":0.5,"presence_penalty":0.25}""", "TopK")]
    [InlineData("openai.gpt-oss-20b-1:0", """{"seed":7,"frequency_penalty":0.5,"presence_penalty":0.25}""", "TopK")]
    [InlineData("meta.llama3-8b-instruct-v1:0", "absent", "TopK Seed FrequencyPenalty PresencePenalty")]
    [InlineData("arn:aws:bedrock:us-east-1:123456789012:imported-model/abc", "absent", "TopK Seed FrequencyPenalty PresencePenalty")]
    public async Task Sampling_OfAFamily_GoesWhereItTakesItOrIsReported(string model, string fields, string reported)
    {
        var options = new ChatOptions { TopK = 5, Seed = 7, FrequencyPenalty = 0.5f, PresencePenalty = 0.25f };

        (JsonElement body, ChatResponse response) = await ChatSent.SendAsync([new(ChatRole.User, "Hi")], options, model);

        Assert.Equal(fields, body.TryGetProperty("additionalModelRequestFields", out JsonElement sent) ? sent.GetRawText() : "absent");
        Assert.Equal(reported.Split(' ', StringSplitOptions.RemoveEmptyEntries), response.GetWarnings().Select(w => w.Split('.')[1].Split(' ')[0]));
    }

    [Fact]
    public async Task TemperatureAndTopP_OfAModelThatTakesOne_LeavesTopPOutAndSaysSo()
    {
        (JsonElement body, ChatResponse response) =
            await ChatSent.SendAsync([new(ChatRole.User, "Hi")], new ChatOptions { Temperature = 1, TopP = 0.5f }, Sonnet45);

        Assert.Equal("""{"temperature":1}""", body.GetProperty("inferenceConfig").GetRawText());
        Assert.Contains("ChatOptions.TopP", Assert.Single(response.GetWarnings()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AdditionalProperties_OfAnyKind_AreFieldsOfTheModel()
    {
        var options = new ChatOptions
        {
            TopK = 5,
            AdditionalProperties =
                new() { ["inferenceConfig"] = new Dictionary<string, object?> { ["x"] = 1.5 }, ["nothing"] = null, ["list"] = JsonElement.Parse("[null,1]"),
                ["n"] = 3 },
        };

        Assert.Equal("""{"inferenceConfig":{"x":1.5,"topK":5},"nothing":null,"list":[null,1],"n":3}""",
            await ChatSent.MemberAsync("additionalModelRequestFields", options, Nova));
    }

    [Fact]
    public async Task AdditionalProperties_OfATypeWithoutMetadata_AreAnErrorThatNamesThem()
    {
        var options = new ChatOptions { AdditionalProperties = new() { ["own"] = (Action)(() => { }) } };
        var settings = new BedrockChatClientOptions { SerializerOptions = new JsonSerializerOptions { TypeInfoResolver = AIJsonUtilities.DefaultOptions.TypeInfoResolver } };

        // With reflection on, as in tests, the default options know every type; a delegate is one that JSON has no form for.
        await Assert.ThrowsAnyAsync<NotSupportedException>(() => ChatSent.SendAsync([new(ChatRole.User, "Hi")], options, settings: settings));
    }

    [Fact]
    public async Task MoreDirectSettings_Win_AndAreReported()
    {
        var options = new ChatOptions
        {
            TopK = 5,
            Temperature = 0.5f,
            AdditionalProperties = new() { ["top_k"] = 6, ["x"] = 1 },
            RawRepresentationFactory = _ => new Wire.ConverseRequest
            {
                InferenceConfig = new() { Temperature = 0.25 },
                AdditionalModelRequestFields = JsonElement.Parse("""{"x":2}"""),
                ServiceTier = BedrockServiceTier.Priority,
                System = ["Raw."],
            },
        };

        (JsonElement body, ChatResponse response) = await ChatSent.SendAsync([new(ChatRole.User, "Hi")], options);

        Assert.Equal("""{"x":2,"top_k":6}""", body.GetProperty("additionalModelRequestFields").GetRawText());
        Assert.Equal("""{"temperature":0.25}""", body.GetProperty("inferenceConfig").GetRawText());
        Assert.Equal("""{"type":"priority"}""", body.GetProperty("serviceTier").GetRawText());
        Assert.Equal("""[{"text":"Raw."}]""", body.GetProperty("system").GetRawText());
        Assert.Equal(2, response.GetWarnings().Count);
    }

    [Fact]
    public async Task RawRepresentationFactory_ThatGivesTheSameObject_StaysAsItIs()
    {
        var raw = new Wire.ConverseRequest();
        var options = new ChatOptions { Instructions = "a", RawRepresentationFactory = _ => raw };

        await ChatSent.SendAsync([new(ChatRole.User, "Hi")], options);
        await ChatSent.SendAsync([new(ChatRole.User, "Hi")], options);

        Assert.Empty(raw.Messages);
        Assert.Null(raw.System);
    }

    [Fact]
    public async Task State_ThatBedrockDoesNotKeep_IsReportedOrRefused()
    {
        IReadOnlyList<string> warnings =
            await ChatSent.WarningsAsync(new ChatOptions { ConversationId = "c", AllowBackgroundResponses = true, RawRepresentationFactory = _ => "other" });

        Assert.Equal(["RawRepresentationFactory", "ConversationId", "AllowBackgroundResponses"], warnings.Select(w => w.Split('.')[1].Split(' ')[0]));
        var token = ResponseContinuationToken.FromBytes(new byte[] { 1 });
        await Assert.ThrowsAsync<NotSupportedException>(() => ChatSent.WarningsAsync(new ChatOptions { ContinuationToken = token }));
    }

    [Fact]
    public async Task ModelId_OfTheOptions_IsCalled()
    {
        (_, ChatResponse response) = await ChatSent.SendAsync([new(ChatRole.User, "Hi")], new ChatOptions { ModelId = Nova });

        Assert.Equal(Nova, response.ModelId);
        using var fake = new FakeBedrock();
        await Assert.ThrowsAsync<InvalidOperationException>(() => fake.Client.AsIChatClient().GetResponseAsync("Hi"));
    }

    [Fact]
    public async Task InvokeOptions_OfTheCall_ReplaceThoseOfTheClient()
    {
        var settings = new BedrockChatClientOptions { InvokeOptions = new InvokeOptions { ServiceTier = BedrockServiceTier.Flex } };
        var options = new ChatOptions { AdditionalProperties = new() { ["InvokeOptions"] = new InvokeOptions { ServiceTier = BedrockServiceTier.Priority } } };

        Assert.Equal("""{"type":"flex"}""", (await ChatSent.SendAsync([new(ChatRole.User, "Hi")], null, settings: settings)).Body.GetProperty("serviceTier")
            .GetRawText());
        Assert.Equal("""{"type":"priority"}""", (await ChatSent.SendAsync([new(ChatRole.User, "Hi")], options, settings: settings))
            .Body.GetProperty("serviceTier").GetRawText());
    }

    [Theory]
    [InlineData(Sonnet45, ReasoningEffort.Medium, """{"thinking":{"type":"enabled","budget_tokens":8192}}""")]
    [InlineData(Sonnet45, ReasoningEffort.None, "absent")]
    [InlineData(Sonnet46, ReasoningEffort.None, """{"thinking":{"type":"disabled"}}""")]
    [InlineData(Sonnet46, ReasoningEffort.High, """{"thinking":{"type":"adaptive"}}""")]
    [InlineData("us.amazon.nova-2-lite-v1:0", ReasoningEffort.Low, """{"reasoningConfig":{"type":"enabled","maxReasoningEffort":"low"}}""")]
    [InlineData("openai.gpt-oss-20b-1:0", ReasoningEffort.High, """{"reasoning_effort":"high"}""")]
    [InlineData("deepseek.v3-v1:0", ReasoningEffort.Low, """{"reasoning_config":"low"}""")]
    public async Task Reasoning_OfAFamily_IsSent(string model, ReasoningEffort effort, string fields) =>
        Assert.Equal(fields, await ChatSent.MemberAsync("additionalModelRequestFields", new ChatOptions { Reasoning = new() { Effort = effort } }, model));

    [Fact]
    public async Task Reasoning_Adaptive_SendsEffortAndDisplayAndLeavesSamplingOut()
    {
        var options = new ChatOptions { Temperature = 0.5f, TopK = 3, Reasoning = new() { Effort = ReasoningEffort.Low, Output = ReasoningOutput.Summary } };

        (JsonElement body, ChatResponse response) = await ChatSent.SendAsync([new(ChatRole.User, "Hi")], options, Sonnet46);

        Assert.Equal("""{"effort":"low"}""", body.GetProperty("outputConfig").GetRawText());
        Assert.Equal("""{"thinking":{"type":"adaptive","display":"summarized"}}""", body.GetProperty("additionalModelRequestFields").GetRawText());
        Assert.Equal(["ChatOptions.Temperature", "ChatOptions.TopK"], response.GetWarnings().Select(w => w.Split(' ')[0]));
    }

    [Theory]
    [InlineData(1000, null)]
    [InlineData(4000, 2000)]
    public async Task Reasoning_BudgetAboveMaxTokens_IsHalvedOrReported(int maxTokens, int? budget)
    {
        (JsonElement body, ChatResponse response) = await ChatSent.SendAsync(
            [new(ChatRole.User, "Hi")], new ChatOptions { MaxOutputTokens = maxTokens, Reasoning = new() { Effort = ReasoningEffort.High } }, Sonnet45);

        Assert.Equal(budget, body.TryGetProperty("additionalModelRequestFields", out JsonElement fields) ? fields.GetProperty("thinking")
            .GetProperty("budget_tokens").GetInt32() : null);
        Assert.Equal(budget is null ? 1 : 0, response.GetWarnings().Count);
    }

    [Fact]
    public async Task Reasoning_OfAModelWithout_IsReported() =>
        Assert.Equal(2, (await ChatSent.WarningsAsync(new ChatOptions { Reasoning = new() { Effort = ReasoningEffort.High, Output = ReasoningOutput.Full } },
            "meta.llama3-8b-instruct-v1:0")).Count);

    [Fact]
    public async Task Tools_WithASchema_AreSentWhole()
    {
        JsonElement schema = JsonElement.Parse(
            """{"type":"object","$defs":{"d":{"type":["string","null"],"default":null,"enum":["a",null]}},"properties":{"x":{"$ref":"#/$defs/d"}},"additionalProperties":false}""");
        var tool = AIFunctionFactory.CreateDeclaration("f", "Does it.", schema);

        string config = await ChatSent.MemberAsync("toolConfig",
            new ChatOptions { Tools = [tool, new Wire.BuiltInTool(new Wire.SystemTool { Name = "nova_grounding" }).AsAITool()] });

        Assert.Equal("{\"tools\":[{\"toolSpec\":{\"name\":\"f\",\"description\":\"Does it.\",\"inputSchema\":{\"json\":" + schema.GetRawText()
            + "}}},{\"systemTool\":{\"name\":\"nova_grounding\"}}]}", config);
    }

    [Fact]
    public async Task Tools_StrictAndCachePoint_ComeFromTheirProperties()
    {
        AIFunction tool = AIFunctionFactory.Create(
            ([Description("Where.")] string city) => city,
            new AIFunctionFactoryOptions { Name = "weather",
                AdditionalProperties = new Dictionary<string, object?> { ["strict"] = true, ["CachePoint"] = true } });

        string config = await ChatSent.MemberAsync("toolConfig", new ChatOptions { Tools = [tool] });

        Assert.EndsWith("\"strict\":true}},{\"cachePoint\":{\"type\":\"default\"}}]}", config, StringComparison.Ordinal);
        Assert.Contains("Where.", config, StringComparison.Ordinal);
        Assert.DoesNotContain("\"description\":\"\"", config, StringComparison.Ordinal);
    }

    public static TheoryData<ChatToolMode?, string?> Modes => new()
    {
        { null, null },
        { ChatToolMode.Auto, """{"auto":{}}""" },
        { ChatToolMode.RequireAny, """{"any":{}}""" },
        { ChatToolMode.RequireSpecific("f"), """{"tool":{"name":"f"}}""" },
    };

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task ToolMode_Each_BecomesAChoice(ChatToolMode? mode, string? choice)
    {
        string config = await ChatSent.MemberAsync("toolConfig", new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1, "f")], ToolMode = mode });

        Assert.Equal(choice, JsonElement.Parse(config).TryGetProperty("toolChoice", out JsonElement sent) ? sent.GetRawText() : null);
    }

    [Fact]
    public async Task ToolMode_None_SendsNoToolsUnlessTheConversationNeedsThem()
    {
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1, "f")], ToolMode = ChatToolMode.None };

        Assert.Equal("absent", await ChatSent.MemberAsync("toolConfig", options));
        (JsonElement body, ChatResponse response) = await ChatSent.SendAsync(
            [new(ChatRole.User, "a"), new(ChatRole.Assistant, [new FunctionCallContent("c", "f")]), new(ChatRole.Tool, [new FunctionResultContent("c", 1)])],
                options);
        Assert.True(body.TryGetProperty("toolConfig", out _));
        Assert.Single(response.GetWarnings());

        options.RawRepresentationFactory = _ =>
            new Wire.ConverseRequest { ToolConfig = new() { Tools = [Wire.Tool.Create("own", null, JsonElement.Parse("{}"))] } };
        Assert.Contains("\"own\"", await ChatSent.MemberAsync("toolConfig", options), StringComparison.Ordinal);
        Assert.Single(await ChatSent.WarningsAsync(options));
    }

    [Fact]
    public async Task ToolMode_RequiredWithoutTools_IsReported() =>
        Assert.Contains("ToolMode", Assert.Single(await ChatSent.WarningsAsync(new ChatOptions { ToolMode = ChatToolMode.RequireAny })),
            StringComparison.Ordinal);

    [Fact]
    public async Task HostedTools_OfNova2AreSent_OthersReported()
    {
        var options = new ChatOptions { Tools = [new HostedCodeInterpreterTool(), new HostedWebSearchTool(), new HostedFileSearchTool()] };

        (JsonElement body, ChatResponse response) = await ChatSent.SendAsync([new(ChatRole.User, "Hi")], options, "us.amazon.nova-2-lite-v1:0");

        Assert.Equal("""{"tools":[{"systemTool":{"name":"nova_code_interpreter"}},{"systemTool":{"name":"nova_grounding"}}]}""", body.GetProperty("toolConfig")
            .GetRawText());
        Assert.Contains("HostedFileSearchTool", Assert.Single(response.GetWarnings()), StringComparison.Ordinal);
        Assert.Equal(3, (await ChatSent.WarningsAsync(options)).Count);
    }

    [Theory]
    [InlineData(ChatSent.Claude, """{"tool_choice":{"type":"auto","disable_parallel_tool_use":true}}""", 0)]
    [InlineData("openai.gpt-oss-20b-1:0", """{"parallel_tool_calls":false}""", 0)]
    [InlineData(Nova, "absent", 1)]
    public async Task AllowMultipleToolCalls_False_IsSentOrReported(string model, string fields, int warnings)
    {
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1, "f")], AllowMultipleToolCalls = false };

        Assert.Equal(fields, await ChatSent.MemberAsync("additionalModelRequestFields", options, model));
        Assert.Equal(warnings, (await ChatSent.WarningsAsync(options, model)).Count);
    }

}
