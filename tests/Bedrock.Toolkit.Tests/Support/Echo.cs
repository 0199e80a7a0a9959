using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>A small model of our own: what the tests of the core call.</summary>
internal static class Echo
{
    public const string Prompt = "hello";
    public const string Id = "example.echo-v1:0";

    public static Model<EchoRequest, EchoResponse> Model { get; } = new(Id, EchoJsonContext.Default.EchoRequest, EchoJsonContext.Default.EchoResponse);

    public static StreamingModel<EchoRequest, EchoResponse, EchoEvent> Streaming { get; } = new(
        Id,
        EchoJsonContext.Default.EchoRequest,
        EchoJsonContext.Default.EchoResponse,
        EchoJsonContext.Default.EchoEvent,
        static e => e.IsLast || e.IsServiceEnd,
        static () => new EchoFold());

    public static EmbeddingModel<EchoRequest, EchoResponse> Embedding { get; } = new(
        Id,
        EchoJsonContext.Default.EchoRequest,
        EchoJsonContext.Default.EchoResponse,
        static input => new EchoRequest { Prompt = input.Texts[0] },
        static response => [new float[] { response.Count }]);

    public static EchoRequest Request(string prompt = Prompt) => new() { Prompt = prompt };
}

internal sealed class EchoRequest
{
    // Without it the context's WhenWritingNull would leave a null out before anybody looks whether null is allowed.
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [JsonPropertyName("prompt")]
    public required string Prompt { get; set; }

    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    [JsonPropertyName("parts")]
    public EchoPart? Part { get; set; }
}

internal sealed class EchoPart
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    [JsonPropertyName("name")]
    public string Name { get; set; } = "";
}

internal sealed class EchoResponse : BedrockResponse
{
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    [JsonPropertyName("count")]
    [JsonConverter(typeof(CountConverter))]
    public int Count { get; set; }

    [AllowNull]
    [JsonPropertyName("parts")]
    public IList<EchoPart> Parts { get; set => field = value ?? []; } = [];
}

internal sealed class EchoEvent : BedrockStreamEvent
{
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    [JsonPropertyName("last")]
    public bool IsLast { get; set; }
}

internal sealed class EchoFold : IStreamFold<EchoEvent, EchoResponse>
{
    private string _text = "";
    private int _count;

    public void Add(EchoEvent streamEvent)
    {
        _text += streamEvent.Text;
        _count++;
    }

    public EchoResponse ToResponse() => new() { Text = _text, Count = _count };
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(EchoRequest))]
[JsonSerializable(typeof(EchoResponse))]
[JsonSerializable(typeof(EchoEvent))]
internal sealed partial class EchoJsonContext : JsonSerializerContext;
