using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.ChatCompletions;

public sealed class ChatCompletionRequestCheckTests
{
    private static readonly Model<ChatCompletionRequest, ChatCompletionResponse> Any = ChatCompletionModels.FromId("new.model");

    public static TheoryData<string, string> Faults => new()
    {
        { "Messages must not be empty", """{"messages":[]}""" },
        { "Messages[1].Content must not be null", """{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":null}]}""" },
        { "Messages[0].Content must not be blank", """{"messages":[{"role":"user","content":" "}]}""" },
        { "Messages[0].Content must not be blank", """{"messages":[{"role":"system","content":""}]}""" },
        { "Messages[0].Content must not be empty", """{"messages":[{"role":"user","content":[]}]}""" },
        { "Messages[0].Content must not be blank", """{"messages":[{"role":"user","content":[{"type":"text","text":" "}]}]}""" },
        { "Messages[0].ToolCalls belong", """{"messages":[{"role":"user","content":"a","tool_calls":[]}]}""" },
        { "Messages[0].ToolCallId must not be blank", """{"messages":[{"role":"tool","content":"a"}]}""" },
        { "Messages[0].ToolCalls[0].Id must not be blank",
            """{"messages":[{"role":"assistant","content":null,"tool_calls":[{"type":"function","function":{"name":"f"}}]}]}""" },
        { "Messages[0].ToolCalls[0].Function.Name must not be blank", """{"messages":[{"role":"assistant","content":null,"tool_calls":[{"id":"1"}]}]}""" },
        { "Messages[0].Content[0].ImageUrl.Url must not be blank", """{"messages":[{"role":"user","content":[{"type":"image_url"}]}]}""" },
        { "Messages[0].Content[0].VideoUrl.Url must not be blank", """{"messages":[{"role":"user","content":[{"type":"video_url","video_url":{}}]}]}""" },
        { "Messages[0].Content[0].InputAudio.Data must not be empty",
            """{"messages":[{"role":"user","content":[{"type":"input_audio","input_audio":{"format":"wav"}}]}]}""" },
        { "Messages[0].Content[0].InputAudio.Format must not be blank",
            """{"messages":[{"role":"user","content":[{"type":"input_audio","input_audio":{"data":"AQ=="}}]}]}""" },
        { "Messages[0].Content[0].File needs", """{"messages":[{"role":"user","content":[{"type":"file","file":{"filename":"a"}}]}]}""" },
        { "MaxTokens and MaxCompletionTokens exclude each other", """{"messages":[{"role":"user","content":"a"}],"max_tokens":1,"max_completion_tokens":1}""" },
        { "MaxTokens must be at least 1; it is 0", """{"messages":[{"role":"user","content":"a"}],"max_tokens":0}""" },
        { "MaxCompletionTokens must be at least 1; it is -1", """{"messages":[{"role":"user","content":"a"}],"max_completion_tokens":-1}""" },
        { "MinTokens must be at least 0", """{"messages":[{"role":"user","content":"a"}],"min_tokens":-1}""" },
        { "MinTokens must not be above MaxTokens; it is 3 of 2", """{"messages":[{"role":"user","content":"a"}],"min_tokens":3,"max_tokens":2}""" },
        { "N must be at least 1", """{"messages":[{"role":"user","content":"a"}],"n":0}""" },
        { "TopLogprobs needs Logprobs", """{"messages":[{"role":"user","content":"a"}],"top_logprobs":2}""" },
        { "Stop[1] must not be empty", """{"messages":[{"role":"user","content":"a"}],"stop":["a",""]}""" },
        { "exclude each other: set the one", """{"messages":[{"role":"user","content":"a"}],"reasoning_effort":"low","reasoning":{}}""" },
        { "Tools[0].Function must not be null", """{"messages":[{"role":"user","content":"a"}],"tools":[{"type":"function"}]}""" },
        { "Tools[0].Function.Name must not be blank", """{"messages":[{"role":"user","content":"a"}],"tools":[{"function":{"name":""}}]}""" },
        { "Tools[0].Function.Parameters must be a JSON object",
            """{"messages":[{"role":"user","content":"a"}],"tools":[{"function":{"name":"f","parameters":[]}}]}""" },
        { "Tools[0].Type must not be blank", """{"messages":[{"role":"user","content":"a"}],"tools":[{"type":""}]}""" },
        { "ToolChoice needs Tools", """{"messages":[{"role":"user","content":"a"}],"tool_choice":"auto"}""" },
        { "ToolChoice must not be blank", """{"messages":[{"role":"user","content":"a"}],"tools":[{"function":{"name":"f"}}],"tool_choice":""}""" },
        { "ToolChoice.Function.Name must not be blank",
            """{"messages":[{"role":"user","content":"a"}],"tools":[{"function":{"name":"f"}}],"tool_choice":{"type":"function"}}""" },
        { "must be the name of one of the Tools",
            """{"messages":[{"role":"user","content":"a"}],"tools":[{"function":{"name":"f"}}],"tool_choice":{"type":"function","function":{"name":"g"}}}""" },
        { "ResponseFormat.Type must not be blank", """{"messages":[{"role":"user","content":"a"}],"response_format":{"type":""}}""" },
        { "ResponseFormat.JsonSchema must not be null", """{"messages":[{"role":"user","content":"a"}],"response_format":{"type":"json_schema"}}""" },
        { "ResponseFormat.JsonSchema.Name must not be blank",
            """{"messages":[{"role":"user","content":"a"}],"response_format":{"type":"json_schema","json_schema":{"schema":{}}}}""" },
        { "ResponseFormat.JsonSchema.Schema must be a JSON object",
            """{"messages":[{"role":"user","content":"a"}],"response_format":{"type":"json_schema","json_schema":{"name":"n"}}}""" },
        { "ResponseFormat and StructuredOutputs exclude",
            """{"messages":[{"role":"user","content":"a"}],"response_format":{"type":"json_object"},"structured_outputs":{"regex":"a"}}""" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Check_Fault_NamesMemberAndRule(string message, string json)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => Any.CheckRequest!(BedrockJson.Deserialize<ChatCompletionRequest>(json)));

        Assert.Contains(message, e.Message, StringComparison.Ordinal);
        Assert.Equal("request", e.ParamName);
    }

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"text","text":""},{"type":"image_url","image_url":{"url":"data:,x"}}]}],"max_tokens":1}""")]
    [InlineData("""{"messages":[{"role":"assistant","content":""},{"role":"tool","tool_call_id":"1","content":""},{"role":"assistant","refusal":"no"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"a"}],"tool_choice":"none","logprobs":true,"top_logprobs":0,"stop":"x"}""")]
    [InlineData("""{"messages":[{"role":"user","content":"a"}],"tools":[{"type":"new_kind"}],"tool_choice":{"type":"allowed_tools"},"response_format":{"type":"grammar"}}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"hologram"}]}],"min_tokens":2,"structured_outputs":{"regex":"a"},"temperature":99}""")]
    public void Check_Unusual_Passes(string json) => Any.CheckRequest!(BedrockJson.Deserialize<ChatCompletionRequest>(json));

    [Fact]
    public void Check_NumbersAndOpenValues_MustBeThere()
    {
        AssertRefused("Temperature", request => request.Temperature = double.NaN);
        AssertRefused("TopP", request => request.TopP = double.PositiveInfinity);
        AssertRefused("PresencePenalty", request => request.PresencePenalty = double.NaN);
        AssertRefused("FrequencyPenalty", request => request.FrequencyPenalty = double.NaN);
        AssertRefused("LogitBias[5]", request => request.LogitBias = new Dictionary<string, double> { ["5"] = double.NaN });
        AssertRefused("ReasoningEffort has no value", request => request.ReasoningEffort = default(ChatCompletionReasoningEffort));
        AssertRefused("Reasoning.Effort has no value", request => request.Reasoning = new() { Effort = default(ChatCompletionReasoningEffort) });
        AssertRefused("ReasoningConfig has no value", request => request.ReasoningConfig = default(ChatCompletionReasoningEffort));
        AssertRefused("Verbosity has no value", request => request.Verbosity = default(ChatCompletionVerbosity));
        AssertRefused("ServiceTier has no value", request => request.ServiceTier = default(BedrockServiceTier));
        AssertRefused("Messages[0].Role has no value", request => request.Messages[0].Role = default);
        AssertRefused("Messages[0] must not be null", request => request.Messages[0] = null!);
        AssertRefused("Messages must not be empty", request => request.Messages = null!);
        AssertRefused("Tools[0] must not be null", request => request.Tools = [null!]);
        AssertRefused("Content[0].ImageUrl.Detail",
            request => request.Messages[0].Content = [new ChatCompletionImagePart("data:,x", default(ChatCompletionImageDetail))]);
        AssertRefused("ToolCalls[0] must not be null", request => request.Messages[0] = new() { Role = "assistant", ToolCalls = [null!] });
        Assert.Throws<ArgumentNullException>(() => Any.CheckRequest!(null!));

        static void AssertRefused(string message, Action<ChatCompletionRequest> change) => ChatCompletionRequestCheckTests.AssertRefused(Any, message, change);
    }

    [Fact]
    public void Check_OptionThatAModelCannotTake_IsRefused()
    {
        AssertRefused(OpenAIModels.GptOss20B, "Reasoning must be null: gpt-oss takes ReasoningEffort", request => request.Reasoning = new() { Effort = "low" });
        AssertRefused(OpenAIModels.GptOss20B, "ReasoningConfig must be null", request => request.ReasoningConfig = "low");
        AssertRefused(OpenAIModels.GptOss20B, "must not be minimal", request => request.ReasoningEffort = "minimal");
        AssertRefused(OpenAIModels.FromId("us.openai.gpt-oss-999b"), "must not be none", request => request.ReasoningEffort = "none");
        AssertRefused(OpenAIModels.Gpt61Sol, "ReasoningEffort must be null", request => request.ReasoningEffort = "low");
        AssertRefused(OpenAIModels.FromId("openai.gpt-7"), "must not be minimal", request => request.Reasoning = new() { Effort = "minimal" });
        AssertRefused(MoonshotModels.KimiK3, "ReasoningEffort must be null", request => request.ReasoningEffort = "low");
        AssertRefused(MoonshotModels.KimiK3, "ServiceTier must be null", request => request.ServiceTier = "flex");
        AssertRefused(MoonshotModels.FromId("us.moonshotai.kimi-k3"), "Messages[0].Content[1].ImageUrl.Detail must be null", request =>
            request.Messages[0].Content = [new ChatCompletionTextPart("a"), new ChatCompletionImagePart("data:,x", "low")]);
        AssertRefused(MoonshotModels.KimiK3, "Messages[1] must not hold Reasoning:",
            request => request.Messages.Add(new() { Role = "assistant", Content = "a", Reasoning = "r" }));
        AssertRefused(MoonshotModels.KimiK3, "MinTokens must be null", request => request.MinTokens = 1);
        AssertRefused(QwenModels.Qwen3Vl235B, "StructuredOutputs must be null", request => request.StructuredOutputs = new() { Regex = "a" });
        AssertRefused(WriterModels.PalmyraX5, "MaxCompletionTokens must be null: Palmyra does not take it; set MaxTokens",
            request => (request.MaxTokens, request.MaxCompletionTokens) = (null, 5));
        AssertRefused(WriterModels.FromId("arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc"), "StructuredOutputs must be null",
            request => request.StructuredOutputs = new() { Regex = "a" });
    }

    [Fact]
    public void Check_OptionThatAModelTakes_Passes()
    {
        Passes(OpenAIModels.GptOss20B, request => request.ReasoningEffort = "high");
        Passes(OpenAIModels.Gpt61Sol, request => request.Reasoning = new() { Effort = "xhigh" });
        Passes(OpenAIModels.FromId("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc"),
            request => request.Reasoning = new() { Effort = "minimal" });
        Passes(MoonshotModels.KimiK3, request => request.Reasoning = new() { Effort = "none" });
        Passes(MoonshotModels.KimiK25, request => request.ReasoningEffort = "low");
        Passes(QwenModels.Qwen3Dense32B, request => request.ReasoningConfig = "high");
        Passes(WriterModels.PalmyraX4, request => request.MinTokens = 2);

        static void Passes(Model<ChatCompletionRequest, ChatCompletionResponse> model, Action<ChatCompletionRequest> change)
        {
            ChatCompletionRequest request = ChatCompletionRequest.For("a");
            change(request);
            model.CheckRequest!(request);
        }
    }

    [Theory]
    [InlineData("Prompt", """{"prompt":" "}""")]
    [InlineData("MaxTokens must be at least 1", """{"prompt":"a","max_tokens":0}""")]
    [InlineData("MinTokens must be at least 0", """{"prompt":"a","min_tokens":-1}""")]
    [InlineData("MinTokens must not be above", """{"prompt":"a","min_tokens":2,"max_tokens":1}""")]
    public void CheckCompletion_Fault_NamesMemberAndRule(string message, string json) => Assert.Contains(
        message,
        Assert.Throws<ArgumentException>(() => WriterModels.CompletionFromId("writer.palmyra-x4-v1:0")
            .CheckRequest!(BedrockJson.Deserialize<WriterCompletionRequest>(json))).Message,
        StringComparison.Ordinal);

    private static void AssertRefused(Model<ChatCompletionRequest, ChatCompletionResponse> model, string message, Action<ChatCompletionRequest> change)
    {
        ChatCompletionRequest request = ChatCompletionRequest.For("a");
        model.CheckRequest!(request);
        change(request);
        Assert.Contains(message, Assert.Throws<ArgumentException>(() => model.CheckRequest!(request)).Message, StringComparison.Ordinal);
    }
}
