using System.Text.Json;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>A family that answers with one text: the family checks the body and writes members, the rest is common. Thread-safe.</summary>
internal abstract class SimulatedTextFamily : ISimulatedFamily
{
    public abstract IReadOnlyList<string> Prefixes { get; }

    public SimulatedAnswer Invoke(SimulatedCall call)
    {
        SimulatedReply reply = Read(call.Body);
        return Answer(reply, [SimulatedJson.Object(writer => WriteWhole(writer, reply))]);
    }

    public SimulatedAnswer Stream(SimulatedCall call)
    {
        SimulatedReply reply = Read(call.Body);
        return Answer(
            reply,
            [
                .. SimulatedText.Pieces(reply.Text).Select(piece => SimulatedJson.Object(writer => WritePiece(writer, piece))),
                SimulatedJson.Object(writer => WriteEnd(writer, reply)),
            ]);
    }

    /// <summary>Checks the body as the service does, with <see cref="BodyChecks"/>, and answers its prompt.</summary>
    /// <exception cref="ServiceFailure">The service would refuse the request.</exception>
    protected abstract SimulatedReply Read(JsonElement body);

    /// <summary>Writes the members of a whole answer.</summary>
    protected abstract void WriteWhole(Utf8JsonWriter writer, SimulatedReply reply);

    /// <summary>Writes the members of a chunk with a piece of the text.</summary>
    protected abstract void WritePiece(Utf8JsonWriter writer, string piece);

    /// <summary>Writes the members of the last chunk, which has the family's end mark.</summary>
    protected abstract void WriteEnd(Utf8JsonWriter writer, SimulatedReply reply);

    private static SimulatedAnswer Answer(SimulatedReply reply, IReadOnlyList<byte[]> parts) =>
        new() { Parts = parts, InputTokens = reply.InputTokens, OutputTokens = reply.OutputTokens };
}
