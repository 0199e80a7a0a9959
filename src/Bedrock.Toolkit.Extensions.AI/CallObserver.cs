using Bedrock.Toolkit;

namespace Microsoft.Extensions.AI;

/// <summary>What a client or generator tells the layers around it, and what it knows of them. Thread-safe.</summary>
/// <remarks>
/// <c>UseOpenTelemetry</c> asks for the metadata when it is put on top, also where no span is made or sampled; that is how the calls know that they are
/// measured twice.
/// </remarks>
internal sealed class CallObserver(IBedrockClient client)
{
    private volatile bool _isWatched;

    /// <summary>The address of the client, as far as it is known.</summary>
    public Uri? Address => (client as BedrockClient)?.Address;

    /// <summary>Somebody asked for the metadata.</summary>
    public void Watched() => _isWatched = true;

    /// <summary>The settings of a call.</summary>
    public InvokeOptions? Options(InvokeOptions? options) => _isWatched ? InvokeOptions.MeasuredOutside(options) : options;
}
