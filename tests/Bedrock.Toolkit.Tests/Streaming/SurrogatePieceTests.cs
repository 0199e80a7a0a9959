using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Streaming;

namespace Bedrock.Toolkit.Tests.Streaming;

/// <summary>A character that a model's server cut in its middle, half of a surrogate pair in each of two chunks.</summary>
public sealed class SurrogatePieceTests
{
    // HH stands for the place of the half.
    public static TheoryData<string, Func<string[], string>, string> Streams => new()
    {
        { "Claude text", chunks => Fold(ClaudeModels.Haiku45, chunks).Text,
            """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"HH"}}""" },
        { "Claude thinking", chunks => ((ClaudeThinkingBlock)Fold(ClaudeModels.Haiku45, chunks).Content[0]).Thinking,
            """{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"HH"}}""" },
        { "Nova text", chunks => Fold(NovaModels.Lite, chunks).Text, """{"contentBlockDelta":{"contentBlockIndex":0,"delta":{"text":"HH"}}}""" },
        { "Chat Completions", chunks => Fold(QwenModels.Qwen3Dense32B, chunks).Text, """{"choices":[{"index":0,"delta":{"content":"HH"}}]}""" },
        { "Chat Completions reasoning", chunks => Fold(QwenModels.Qwen3Dense32B, chunks).ReasoningText!,
            """{"choices":[{"index":0,"delta":{"reasoning_content":"HH"}}]}""" },
        { "Chat Completions arguments", chunks => Fold(QwenModels.Qwen3Dense32B, chunks).Choices[0].Message!.ToolCalls![0].Function!.Arguments!,
            """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"HH"}}]}}]}""" },
        { "Llama", chunks => Fold(LlamaModels.FromId("meta.llama3-3-70b-instruct-v1:0"), chunks).Text, """{"generation":"HH"}""" },
        { "Titan", chunks => Fold(TitanModels.TextFromId("amazon.titan-text-express-v1"), chunks).Text, """{"outputText":"HH"}""" },
        { "Mistral", chunks => Fold(MistralModels.FromId("mistral.mistral-7b-instruct-v0:2"), chunks).Text, """{"outputs":[{"text":"HH"}]}""" },
        { "DeepSeek R1", chunks => Fold(DeepSeekModels.FromId("deepseek.r1-v1:0"), chunks).Text, """{"choices":[{"text":"HH"}]}""" },
        { "Jamba", chunks => Fold(JambaModels.FromId("ai21.jamba-1-5-mini-v1:0"), chunks).Text, """{"choices":[{"index":0,"delta":{"content":"HH"}}]}""" },
        { "Claude completion", chunks => Fold(ClaudeTextModels.FromId("anthropic.claude-v2:1"), chunks).Text, """{"completion":"HH"}""" },
        { "Command R", chunks => Fold(CommandRModels.FromId("cohere.command-r-v1:0"), chunks).Text!, """{"text":"HH"}""" },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public void Fold_PairOverTwoChunks_IsTheCharacter(string family, Func<string[], string> textOf, string chunk)
    {
        Assert.NotNull(family);
        Assert.Equal("a\ud83d\ude00b",
            textOf([chunk.Replace("HH", "a\\ud83d", StringComparison.Ordinal), chunk.Replace("HH", "\\ude00b", StringComparison.Ordinal)]));
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public void Fold_HalfAlone_IsReplaced(string family, Func<string[], string> textOf, string chunk)
    {
        Assert.NotNull(family);
        Assert.Equal("a\ufffdb", textOf([chunk.Replace("HH", "a\\ud83d", StringComparison.Ordinal), chunk.Replace("HH", "b", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Fold_ToolInputOverTwoChunks_IsTheCharacter()
    {
        ClaudeResponse claude = Fold(
            ClaudeModels.Haiku45,
            [
                """{"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"t","name":"a","input":{}}}""",
                """{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\"q\":\"\ud83d"}}""",
                """{"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"\ude00\"}"}}""",
            ]);
        NovaResponse nova = Fold(
            NovaModels.Lite,
            [
                """{"contentBlockStart":{"contentBlockIndex":0,"start":{"toolUse":{"toolUseId":"t","name":"a"}}}}""",
                """{"contentBlockDelta":{"contentBlockIndex":0,"delta":{"toolUse":{"input":"{\"q\":\"\ud83d"}}}}""",
                """{"contentBlockDelta":{"contentBlockIndex":0,"delta":{"toolUse":{"input":"\ude00\"}"}}}}""",
            ]);

        Assert.Equal("\ud83d\ude00", ((ClaudeToolUseBlock)claude.Content[0]).Input.GetProperty("q").GetString());
        Assert.Equal("\ud83d\ude00", ((NovaToolUseBlock)nova.Content[0]).ToolUse!.Input.GetProperty("q").GetString());
    }

    [Fact]
    public void Read_HalfElsewhere_IsReplaced()
    {
        ClaudeResponse response = Fold(ClaudeModels.Haiku45, ["""{"type":"message_start","message":{"id":"a\ud83d","content":[]}}"""]);

        Assert.Equal("a\ufffd", response.Id);
    }

    private static TResponse Fold<TRequest, TResponse, TEvent>(StreamingModel<TRequest, TResponse, TEvent> model, string[] chunks)
    {
        IStreamFold<TEvent, TResponse> fold = model.CreateFold();
        foreach (string chunk in chunks)
        {
            string payload = JsonSerializer.Serialize(new Dictionary<string, string> { ["bytes"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(chunk)) });
            fold.Add(ChunkPayload.Read(Encoding.UTF8.GetBytes(payload), model.EventTypeInfo));
        }

        return fold.ToResponse();
    }
}
