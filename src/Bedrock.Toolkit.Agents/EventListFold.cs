namespace Bedrock.Toolkit.Agents;

/// <summary>Keeps the events of a stream in the response of its operation. Used by one thread at a time.</summary>
/// <param name="create">Makes the response out of the events.</param>
internal sealed class EventListFold<TEvent, TResponse>(Func<IList<TEvent>, TResponse> create) : IStreamFold<TEvent, TResponse>
{
    private readonly List<TEvent> _events = [];

    public void Add(TEvent streamEvent) => _events.Add(streamEvent);

    public TResponse ToResponse() => create([.. _events]);
}
