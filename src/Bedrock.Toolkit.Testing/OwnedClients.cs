using System.Collections.Concurrent;

namespace Bedrock.Toolkit.Testing;

/// <summary>Clients of one fake or server, made when they are first asked for, and disposed with it. Thread-safe.</summary>
/// <param name="options">How they reach it.</param>
internal sealed class OwnedClients(Func<BedrockClientOptions> options) : IDisposable
{
    private readonly ConcurrentDictionary<Type, Lazy<IDisposable>> _clients = new();

    /// <summary>The client of a type.</summary>
    public T Get<T>(Func<BedrockClientOptions, T> create)
        where T : class, IDisposable =>
        (T)_clients.GetOrAdd(typeof(T), _ => new Lazy<IDisposable>(() => create(options()))).Value;

    public void Dispose()
    {
        foreach (Lazy<IDisposable> client in _clients.Values)
        {
            if (client.IsValueCreated)
            {
                client.Value.Dispose();
            }
        }
    }
}
