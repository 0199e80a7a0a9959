using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Models.ChatCompletions;

/// <summary>What the tests of the family share.</summary>
internal static class ChatCompletionTestSet
{
    /// <summary>Members whose JSON belongs to the user: nulls in them count.</summary>
    public static readonly string[] FreeMembers = ["parameters", "schema", "json"];

    public static JsonElement Schema { get; } =
        Json("""{"type":"object","properties":{"city":{"type":"string","default":null}},"required":["city"],"additionalProperties":false}""");

    public static JsonElement Json(string json) => JsonElement.Parse(json);

    /// <summary>The request line, the content type and the body, as a snapshot compares them.</summary>
    public static string HttpText<TRequest, TResponse>(Model<TRequest, TResponse> model, TRequest request)
    {
        using var buffer = new PooledBuffer();
        JsonBody.Write(buffer, request, model.RequestTypeInfo);
        string body = Encoding.UTF8.GetString(buffer.WrittenSpan);
        Assert.Equal(body, BedrockJson.Serialize(request));
        return $"POST /model/{Uri.EscapeDataString(model.Id.Value)}/invoke\ncontent-type: application/json\n\n{body}";
    }

    /// <summary>Reads and writes; fails when anything changed on the way.</summary>
    public static T RoundTrip<T>(string json)
    {
        T value = BedrockJson.Deserialize<T>(json);
        EqualJson.Check(json, BedrockJson.Serialize(value), FreeMembers);
        return value;
    }

    public static ChatCompletionResponse Fold(IEnumerable<ChatCompletionStreamEvent> events)
    {
        IStreamFold<ChatCompletionStreamEvent, ChatCompletionResponse> fold = OpenAIModels.GptOss120B.CreateFold();
        foreach (ChatCompletionStreamEvent streamEvent in events)
        {
            fold.Add(streamEvent);
        }

        return fold.ToResponse();
    }

    public static List<ChatCompletionStreamEvent> Events(params string[] chunks) => [.. chunks.Select(BedrockJson.Deserialize<ChatCompletionStreamEvent>)];

    public static string Chunk(string delta, string? more = null) =>
        $$"""{"id":"c","object":"chat.completion.chunk","choices":[{"index":0,"delta":{{delta}}{{(more is null ? string.Empty : "," + more)}}}]}""";
}
