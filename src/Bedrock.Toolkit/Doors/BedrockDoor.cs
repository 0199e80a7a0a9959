using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit.Doors;

/// <summary>A host of inference.</summary>
public enum BedrockHost
{
    /// <summary><c>bedrock-runtime</c>: InvokeModel, Converse, guardrails, profiles, and OpenAI's and Anthropic's shapes below <c>/openai/v1</c> and
    /// <c>/anthropic/v1</c>.</summary>
    Runtime,

    /// <summary><c>bedrock-mantle</c>: OpenAI's and Anthropic's shapes alone, with models, tools and settings that are only there.</summary>
    Mantle,
}

/// <summary>The shape of requests and answers at a door.</summary>
public enum BedrockShape
{
    /// <summary>AWS's own: Converse.</summary>
    Converse,

    /// <summary>OpenAI's Chat Completions.</summary>
    ChatCompletions,

    /// <summary>OpenAI's Responses.</summary>
    Responses,

    /// <summary>Anthropic's Messages.</summary>
    Messages,
}

/// <summary>Where and in which shape a model answers: host, path, id and signing name, and why. Immutable and thread-safe.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/endpoints.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/models-endpoint-availability.html and answers of the service that AWS has published.
/// </remarks>
public sealed class BedrockDoor
{
    private readonly DoorEntry _entry;

    internal BedrockDoor(ModelId model, DoorEntry entry, BedrockHost host, BedrockShape shape)
    {
        _entry = entry;
        Model = model;
        Host = host;
        Shape = shape;
        Id = DoorIds.Of(model, host);
        BasePath = BasePathOf(entry, host, shape);
        Path = BasePath + shape switch
        {
            BedrockShape.ChatCompletions => "/chat/completions",
            BedrockShape.Responses => "/responses",
            BedrockShape.Messages => "/messages",
            _ => $"/model/{PathLabel.Encode(Id, "modelId")}/converse",
        };
    }

    /// <summary>The model as it was asked for.</summary>
    public ModelId Model { get; }

    /// <summary>The host.</summary>
    public BedrockHost Host { get; }

    /// <summary>The shape.</summary>
    public BedrockShape Shape { get; }

    /// <summary>The id that the host knows the model by.</summary>
    /// <value>On mantle without the prefix of a geography and without the suffix of a version.</value>
    public string Id { get; }

    /// <summary>What a client of the vendor takes as the path of its base address.</summary>
    /// <value><c>/openai/v1</c>, <c>/v1</c> or <c>/anthropic/v1</c>; empty for Converse.</value>
    public string BasePath { get; }

    /// <summary>The path of a call.</summary>
    /// <value>Such as <c>/openai/v1/responses</c>.</value>
    public string Path { get; }

    /// <summary>The service name of a signature.</summary>
    public string SigningName => Service.SigningName;

    /// <summary>What the model takes in a request.</summary>
    public ModelRules Rules => ModelRules.For(Model);

    /// <summary>Whether the table has the door; else it is the one that the newest rule of the model's line gives, or one that was asked for
    /// against it.</summary>
    public bool IsKnown => _entry.Has(Host, Shape);

    /// <summary>Whether a guardrail in the headers of a request takes effect; elsewhere the service ignores it without a word.</summary>
    public bool TakesGuardrailHeaders => Host == BedrockHost.Runtime && Shape != BedrockShape.Responses;

    /// <summary>Why this door: for logs and people.</summary>
    public string Reason => $"{_entry.Reason} So {Model} is called as {Id} on {Service.EndpointPrefix}{(BasePath.Length > 0 ? BasePath : string.Empty)} "
        + $"in the shape {Shape}{(IsKnown ? "." : ", which is not known to answer there.")}{ProfileNote()}";

    /// <summary>The door of a model, the best where it has several: Converse, then Responses, Chat Completions and Messages; bedrock-runtime, then
    /// mantle.</summary>
    /// <param name="model">The id, a profile, or an ARN.</param>
    /// <returns>The door; for a model that is not known the one of its line's newest rule.</returns>
    public static BedrockDoor For(ModelId model)
    {
        DoorEntry entry = DoorTable.Find(model);
        (BedrockHost host, BedrockShape shape) = entry.Best;
        return new BedrockDoor(model, entry, host, shape);
    }

    /// <summary>The door of a model for requests of a shape.</summary>
    /// <param name="model">The id, a profile, or an ARN.</param>
    /// <param name="shape">The shape.</param>
    /// <returns>The door: bedrock-runtime where the model answers the shape there, else mantle. <see cref="IsKnown"/> is false where it answers on
    /// neither.</returns>
    public static BedrockDoor For(ModelId model, BedrockShape shape)
    {
        DoorEntry entry = DoorTable.Find(model);
        bool isMantle = shape != BedrockShape.Converse && !entry.Has(BedrockHost.Runtime, shape)
            && (entry.Has(BedrockHost.Mantle, shape) || entry.Best.Host == BedrockHost.Mantle);
        return new BedrockDoor(model, entry, isMantle ? BedrockHost.Mantle : BedrockHost.Runtime, shape);
    }

    /// <summary>All doors of a model, in the order of <see cref="For(ModelId)"/>.</summary>
    /// <param name="model">The id, a profile, or an ARN.</param>
    /// <returns>At least one.</returns>
    public static IReadOnlyList<BedrockDoor> AllOf(ModelId model)
    {
        DoorEntry entry = DoorTable.Find(model);
        return [.. entry.All.Select(door => new BedrockDoor(model, entry, door.Host, door.Shape))];
    }

    /// <summary>The same model and shape on a host.</summary>
    /// <param name="host">The host.</param>
    /// <returns>The door.</returns>
    /// <exception cref="ArgumentException">Mantle has no Converse.</exception>
    public BedrockDoor On(BedrockHost host) => host == BedrockHost.Mantle && Shape == BedrockShape.Converse
        ? throw new ArgumentException("bedrock-mantle has no Converse: take a door of another shape.", nameof(host))
        : new BedrockDoor(Model, _entry, host, Shape);

    /// <summary>The base address for a client of the vendor.</summary>
    /// <param name="region">Such as <c>us-east-1</c>.</param>
    /// <returns>Such as <c>https://bedrock-runtime.us-east-1.amazonaws.com/openai/v1</c>.</returns>
    public Uri AddressIn(string region)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        return new Uri(Endpoint.ForRegion(Service, region, useFips: false, useDualStack: false) + BasePath);
    }

    /// <summary>The door in a line.</summary>
    /// <returns>Method, host and path.</returns>
    public override string ToString() => $"POST {Service.EndpointPrefix}{Path} ({Id})";

    internal AwsService Service => ServiceOf(Host);

    internal static AwsService ServiceOf(BedrockHost host) => host == BedrockHost.Mantle ? AwsService.BedrockMantle : AwsService.BedrockRuntime;

    private static string BasePathOf(DoorEntry entry, BedrockHost host, BedrockShape shape) => shape switch
    {
        BedrockShape.Converse => string.Empty,
        BedrockShape.Messages => "/anthropic/v1",
        _ => host == BedrockHost.Mantle && !entry.HasOpenAIPrefixOnMantle ? "/v1" : "/openai/v1",
    };

    private string ProfileNote() => Host == BedrockHost.Runtime && Model is { IsArn: false, Geography: null } && Rules.Profiles is { Count: > 0 } profiles
        ? $" It answers only through a profile: {string.Join(", ", profiles.Select(p => p + "."))}."
        : string.Empty;
}
