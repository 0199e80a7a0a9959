using System.Text;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Models.ChatCompletions;

/// <summary>The samples of the wire reference, which show every documented member.</summary>
public sealed class ChatCompletionSampleTests
{
    public static TheoryData<string> Requests => Find(".request.json");

    public static TheoryData<string> Responses => Find(".response.json");

    public static TheoryData<string> Streams => Find(".stream.jsonl");

    [SharedFact]
    public void Samples_OfAllProviders_AreFound()
    {
        Assert.Equal(14, Requests.Count);
        Assert.Equal(14, Responses.Count);
        Assert.Equal(14, Streams.Count);
    }

    [SharedTheory]
    [MemberData(nameof(Requests))]
    public void Request_Sample_SurvivesWithoutUnknownMembers(string file)
    {
        ChatCompletionRequest request = ChatCompletionTestSet.RoundTrip<ChatCompletionRequest>(Read(file));

        Assert.Null(request.AdditionalProperties);
        Assert.All(request.Messages, message =>
        {
            Assert.Null(message.AdditionalProperties);
            Assert.All(message.Content ?? [], part =>
            {
                Assert.IsNotType<ChatCompletionUnknownPart>(part);
                Assert.Null(part.AdditionalProperties);
            });
            Assert.All(message.ToolCalls ?? [], call => Assert.Null(call.AdditionalProperties));
        });
        Assert.All(request.Tools ?? [], tool =>
        {
            Assert.Null(tool.AdditionalProperties);
            Assert.Null(tool.Function!.AdditionalProperties);
        });
        Assert.IsNotType<ChatCompletionUnknownToolChoice>(request.ToolChoice);
        using var buffer = new PooledBuffer();
        JsonBody.Write(buffer, request, ChatCompletionModels.FromId("x.y").RequestTypeInfo);
        Assert.Equal(BedrockJson.Serialize(request), Encoding.UTF8.GetString(buffer.WrittenSpan));
        Assert.Equal(BedrockJson.Serialize(request), BedrockJson.Serialize(request.Clone()));
        Assert.Null(Record.Exception(() => ModelOf(file).CheckRequest!(request)));
    }

    [SharedTheory]
    [MemberData(nameof(Responses))]
    public void Response_Sample_SurvivesWithoutUnknownMembers(string file)
    {
        ChatCompletionResponse response = ChatCompletionTestSet.RoundTrip<ChatCompletionResponse>(Read(file));

        Assert.Null(response.AdditionalProperties);
        Assert.Null(response.Usage!.AdditionalProperties);
        ChatCompletionChoice choice = Assert.Single(response.Choices);
        Assert.Null(choice.AdditionalProperties);
        Assert.Null(choice.Message!.AdditionalProperties);
        Assert.NotNull(response.FinishReason);
        Assert.NotEmpty(response.Text);
        Assert.DoesNotContain("<", response.Text, StringComparison.Ordinal);
        Assert.True(response.TokenUsage!.OutputTokens > 0);
    }

    [SharedTheory]
    [MemberData(nameof(Streams))]
    public void Stream_Sample_IsAllTypedAndFoldsToTheResponse(string file)
    {
        string[] lines = Read(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        List<ChatCompletionStreamEvent> events = [.. lines.Select(ChatCompletionTestSet.RoundTrip<ChatCompletionStreamEvent>)];

        Assert.All(events, streamEvent => Assert.IsNotType<ChatCompletionUnknownStreamEvent>(streamEvent));
        Assert.All(events.OfType<ChatCompletionChunkEvent>(), chunk =>
        {
            Assert.Null(chunk.AdditionalProperties);
            Assert.All(chunk.Choices, choice => Assert.Null(choice.AdditionalProperties));
            Assert.All(chunk.Choices, choice => Assert.Null(choice.Delta!.AdditionalProperties));
        });
        int end = events.FindIndex(streamEvent => OpenAIModels.GptOss120B.IsEnd(streamEvent));
        Assert.Equal(events.FindLastIndex(streamEvent => streamEvent is ChatCompletionChunkEvent), end);
        ChatCompletionResponse folded = ChatCompletionTestSet.Fold(events);
        ChatCompletionResponse whole =
            BedrockJson.Deserialize<ChatCompletionResponse>(Read(file.Replace(".stream.jsonl", ".response.json", StringComparison.Ordinal)));
        Assert.Equal("chat.completion", folded.Object);
        Assert.Equal(whole.Choices[0].Message!.Content!.Text, string.Concat(events.Select(streamEvent => streamEvent.Text)));
        Assert.Equal((whole.Text, whole.ReasoningText, whole.FinishReason), (folded.Text, folded.ReasoningText, folded.FinishReason));
        Assert.Equal(whole.ToolCalls.Select(call => (call.Name, call.Function!.Arguments, call.Id)),
            folded.ToolCalls.Select(call => (call.Name, call.Function!.Arguments, call.Id)));
        Assert.All(folded.ToolCalls, call => Assert.Null(call.Index));
        ChatCompletionTestSet.RoundTrip<ChatCompletionResponse>(BedrockJson.Serialize(folded));
    }

    [SharedFact]
    public void Completion_Samples_Survive()
    {
        WriterCompletionRequest request = ChatCompletionTestSet.RoundTrip<WriterCompletionRequest>(Read("writer/palmyra-prompt.request.json"));
        Assert.Null(request.AdditionalProperties);
        WriterCompletionResponse response = ChatCompletionTestSet.RoundTrip<WriterCompletionResponse>(Read("writer/palmyra-prompt.response.json"));
        Assert.Null(response.AdditionalProperties);
        Assert.Equal(" a place to moor.", response.Text);
        Assert.Equal(6, response.TokenUsage!.OutputTokens);

        StreamingModel<WriterCompletionRequest, WriterCompletionResponse, WriterCompletionStreamEvent> model =
            WriterModels.CompletionFromId("writer.palmyra-x4-v1:0");
        IStreamFold<WriterCompletionStreamEvent, WriterCompletionResponse> fold = model.CreateFold();
        string[] lines = Read("writer/palmyra-prompt.stream.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        List<WriterCompletionStreamEvent> events = [.. lines.Select(ChatCompletionTestSet.RoundTrip<WriterCompletionStreamEvent>)];
        events.ForEach(fold.Add);

        Assert.Equal([false, true, true], events.Select(model.IsEnd));
        Assert.IsType<WriterCompletionDoneEvent>(events[^1]);
        Assert.Equal(" a place to moor.", fold.ToResponse().Text);
        Assert.Equal(ChatCompletionFinishReason.Stop, fold.ToResponse().Choices[0].FinishReason);
    }

    private static Model<ChatCompletionRequest, ChatCompletionResponse> ModelOf(string file) => file.Split('/')[0] switch
    {
        "openai" => OpenAIModels.GptOss120B,
        "qwen" => QwenModels.Qwen3Dense32B,
        "deepseek" => DeepSeekChatModels.V31,
        "minimax" => MiniMaxModels.M2,
        "moonshot" => MoonshotModels.KimiK25,
        "google" => GemmaModels.Gemma3It27B,
        "nvidia" => NemotronModels.Nano30BV3,
        "zai" => GlmModels.Glm47,
        "mistral" => MistralChatCompletionModels.Large3,
        "xai" => GrokModels.Grok47,
        _ => WriterModels.PalmyraX5,
    };

    private static TheoryData<string> Find(string ending)
    {
        var found = new TheoryData<string>();
        if (SharedFolder.Vectors is null)
        {
            // A theory without data is an error; the attribute skips it.
            found.Add(string.Empty);
            return found;
        }

        foreach (string name in (ReadOnlySpan<string>)
        [
            "openai/gpt-oss", "openai/gpt-oss-minimal", "qwen/qwen3", "qwen/qwen3-vl", "deepseek/v3", "minimax/m2", "moonshot/kimi", "google/gemma3",
            "nvidia/nemotron", "zai/glm", "mistral/mistral-large-3", "mistral/voxtral", "xai/grok", "writer/palmyra",
        ])
        {
            if (File.Exists(SharedFolder.PathTo("wire", "text", "samples", name + ending)))
            {
                found.Add(name + ending);
            }
        }

        return found;
    }

    private static string Read(string file) => File.ReadAllText(SharedFolder.PathTo("wire", "text", "samples", file));
}
