using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Agents;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Agents;

/// <summary>The events of a stream as they are put together.</summary>
internal sealed class EventList
{
    private readonly List<byte[]> _frames = [];

    public void Add<T>(string name, T payload) =>
        _frames.Add(EventFrames.Event(name, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(payload, BedrockAgentsJson.TypeInfo<T>())), _frames.Count));

    public Answer ToAnswer() => Answer.EventStream(EventFrames.OfFrames(_frames));
}
