using System.Text.Json;

namespace Bedrock.Toolkit.Tests.Testing;

public class SimulatedClaudeTests
{
    private const string Id = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private const string Weather = """
        "tools":[{"name":"get_weather","input_schema":{"type":"object","required":["city","unit","days","detailed","tags"],"properties":{
            "city":{"type":"string"},"unit":{"enum":["celsius","fahrenheit"]},"days":{"type":"integer"},"detailed":{"type":["null","boolean"]},
            "tags":{"type":"array","items":{"type":"string"}},"note":{"type":"string"}}}}]
        """;

    [Fact]
    public void Invoke_Text_AnswersInTheFamilysShape()
    {
        JsonElement body = SimulatedCalls.Invoke(Id, Request("\"Why is the sky blue?\"", "\"system\":[{\"type\":\"text\",\"text\":\"Be brief.\"}]"));

        Assert.Equal("message", body.GetProperty("type").GetString());
        Assert.Equal("assistant", body.GetProperty("role").GetString());
        Assert.Equal("claude-sonnet-4-5-20250929", body.GetProperty("model").GetString());
        Assert.StartsWith("msg_bdrk_", body.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("end_turn", body.GetProperty("stop_reason").GetString());
        string text = body.GetProperty("content")[0].GetProperty("text").GetString()!;
        Assert.Contains("Why is the sky blue?", text, StringComparison.Ordinal);
        Assert.Contains("Be brief.", text, StringComparison.Ordinal);
        Assert.True(body.GetProperty("usage").GetProperty("input_tokens").GetInt32() > 0);
        Assert.True(body.GetProperty("usage").GetProperty("output_tokens").GetInt32() > 0);
    }

    [Fact]
    public void Invoke_Twice_IsTheSame() => Assert.True(JsonElement.DeepEquals(
        SimulatedCalls.Invoke(Id, Request("\"hello\"")), SimulatedCalls.Invoke(Id, Request("\"hello\""))));

    [Fact]
    public void Invoke_MaxTokens_CutsTheText()
    {
        JsonElement body = SimulatedCalls.Invoke(Id, Request("\"Why is the sky blue?\"", maxTokens: 4));

        Assert.Equal("max_tokens", body.GetProperty("stop_reason").GetString());
        Assert.Equal("You wrote \"Why", body.GetProperty("content")[0].GetProperty("text").GetString());
        Assert.Equal(4, body.GetProperty("usage").GetProperty("output_tokens").GetInt32());
    }

    [Fact]
    public void Invoke_StopSequence_IsNamed()
    {
        JsonElement body = SimulatedCalls.Invoke(Id, Request("\"Why is the sky blue?\"", "\"stop_sequences\":[\"blue\",\"sky\"]"));

        Assert.Equal("stop_sequence", body.GetProperty("stop_reason").GetString());
        Assert.Equal("sky", body.GetProperty("stop_sequence").GetString());
        Assert.EndsWith(" the ", body.GetProperty("content")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Please get weather for 3 days in \\\"Paris\\\", fahrenheit", "Paris", "fahrenheit", 3)]
    [InlineData("get_weather in New York", "New York", "celsius", 1)]
    public void Invoke_ToolNamed_IsCalledWithWhatItsSchemaRequires(string prompt, string city, string unit, int days)
    {
        JsonElement body = SimulatedCalls.Invoke(Id, Request($"\"{prompt}\"", Weather));

        Assert.Equal("tool_use", body.GetProperty("stop_reason").GetString());
        JsonElement block = body.GetProperty("content")[0];
        Assert.Equal("get_weather", block.GetProperty("name").GetString());
        Assert.StartsWith("toolu_bdrk_", block.GetProperty("id").GetString(), StringComparison.Ordinal);
        JsonElement expected = TestModels.Json($$"""{"city":"{{city}}","unit":"{{unit}}","days":{{days}},"detailed":true,"tags":["{{city}}"]}""");
        Assert.True(JsonElement.DeepEquals(expected, block.GetProperty("input")), block.GetProperty("input").GetRawText());
    }

    [Theory]
    [InlineData("{\"type\":\"any\"}", "tool_use")]
    [InlineData("{\"type\":\"tool\",\"name\":\"get_weather\"}", "tool_use")]
    [InlineData("{\"type\":\"none\"}", "end_turn")]
    [InlineData("{\"type\":\"auto\"}", "end_turn")]
    public void Invoke_ToolChoice_Decides(string choice, string stopReason) => Assert.Equal(
        stopReason, SimulatedCalls.Invoke(Id, Request("\"hello\"", $"{Weather},\"tool_choice\":{choice}")).GetProperty("stop_reason").GetString());

    [Fact]
    public void Invoke_ToolResult_IsAnsweredWithItsText()
    {
        JsonElement body = SimulatedCalls.Invoke(Id, Request(
            """[{"type":"tool_result","tool_use_id":"t","content":[{"type":"text","text":"18 degrees"}]},{"type":"text","text":"get_weather"}]""", Weather));

        Assert.Equal("end_turn", body.GetProperty("stop_reason").GetString());
        Assert.Contains("18 degrees", body.GetProperty("content")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Invoke_Attachment_IsNoticed() => Assert.Contains(
        "One attachment",
        SimulatedCalls.Invoke(Id,
            Request("""[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AA=="}},{"type":"text","text":"What is it?"}]"""))
            .GetProperty("content")[0].GetProperty("text").GetString(),
        StringComparison.Ordinal);

    [Fact]
    public void Invoke_Thinking_ComesFirstWithASignature()
    {
        JsonElement content = SimulatedCalls.Invoke(Id, Request("\"hello\"", "\"thinking\":{\"type\":\"enabled\",\"budget_tokens\":1024}"))
            .GetProperty("content");

        Assert.Equal("thinking", content[0].GetProperty("type").GetString());
        Assert.NotEmpty(content[0].GetProperty("signature").GetString()!);
        Assert.Equal("text", content[1].GetProperty("type").GetString());
    }

    [Fact]
    public void Stream_TextWithThinking_HasTheEventsInOrder_Streaming()
    {
        string request = Request("\"Why is the sky blue?\"", "\"thinking\":{\"type\":\"adaptive\"}");
        List<JsonElement> events = SimulatedCalls.Stream(Id, request);
        JsonElement whole = SimulatedCalls.Invoke(Id, request);

        string order = string.Join(' ', events.Select(Name).Aggregate(new List<string>(), (names, name) =>
        {
            if (names.LastOrDefault() != name)
            {
                names.Add(name);
            }

            return names;
        }));
        Assert.Equal(
            "message_start content_block_start thinking_delta signature_delta content_block_stop content_block_start text_delta content_block_stop message_delta message_stop",
            order);
        Assert.Equal(whole.GetProperty("content")[1].GetProperty("text").GetString(), Joined(events, "text"));
        Assert.Equal(whole.GetProperty("content")[0].GetProperty("thinking").GetString(), Joined(events, "thinking"));
        Assert.Equal(whole.GetProperty("content")[0].GetProperty("signature").GetString(), Joined(events, "signature"));
        Assert.Equal("end_turn", events[^2].GetProperty("delta").GetProperty("stop_reason").GetString());
        Assert.True(events.Count(e => Name(e) == "text_delta") > 3);
    }

    [Fact]
    public void Stream_ToolUse_HasItsInputInPieces_Streaming()
    {
        string request = Request("\"get weather in \\ud83d\\ude00\\ud83d\\ude00\\ud83d\\ude00\"", Weather);
        List<JsonElement> events = SimulatedCalls.Stream(Id, request);

        Assert.Equal("{}", events[1].GetProperty("content_block").GetProperty("input").GetRawText());
        Assert.Equal(string.Empty, events[2].GetProperty("delta").GetProperty("partial_json").GetString());
        Assert.True(JsonElement.DeepEquals(
            SimulatedCalls.Invoke(Id, request).GetProperty("content")[0].GetProperty("input"), TestModels.Json(Joined(events, "partial_json"))));
        Assert.Equal("tool_use", events[^2].GetProperty("delta").GetProperty("stop_reason").GetString());
    }

    private static string Request(string content, string? more = null, int maxTokens = 2000) =>
        $$"""{"anthropic_version":"bedrock-2023-05-31","max_tokens":{{maxTokens}},"messages":[{"role":"user","content":{{content}}}]{{(more is null ? "" : "," + more)}}}""";

    private static string Name(JsonElement e) => e.TryGetProperty("delta", out JsonElement delta) && delta.TryGetProperty("type", out JsonElement type)
        ? type.GetString()!
        : e.GetProperty("type").GetString()!;

    private static string Joined(List<JsonElement> events, string member) => string.Concat(events
        .Where(e => e.TryGetProperty("delta", out JsonElement delta) && delta.TryGetProperty(member, out _))
        .Select(e => e.GetProperty("delta").GetProperty(member).GetString()));
}
