using Bedrock.Toolkit.Doors;
using Microsoft.Extensions.AI;

namespace Bedrock.Toolkit.Extensions.OpenAI;

/// <summary>Makes the chat clients of models that answer in OpenAI's shapes; their connections end with the host. Thread-safe.</summary>
internal sealed class OpenAIDoorChatClients(IServiceProvider services) : IBedrockDoorChatClients, IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<BedrockDoorHandler> _handlers = [];
    private bool _isDisposed;

    public IChatClient? Create(BedrockDoor door, BedrockChatClientOptions options, object? bedrockKey)
    {
        if (door.Shape is not (BedrockShape.Responses or BedrockShape.ChatCompletions))
        {
            return null;
        }

        var handler = new BedrockDoorHandler(services, bedrockKey) { Settings = options.InvokeOptions };
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _handlers.Add(handler);
        }

        return BedrockOpenAI.CreateClient(handler).AsBedrockChatClient(door.Model);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _handlers.ForEach(static handler => handler.Dispose());
            _handlers.Clear();
        }
    }
}
