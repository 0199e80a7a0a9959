using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>One record of an input file.</summary>
/// <param name="Id">Its record id.</param>
/// <param name="Key">The caller's key.</param>
/// <param name="Line">The JSON with the line feed.</param>
internal readonly record struct BatchRecord(string Id, string Key, ReadOnlyMemory<byte> Line);

/// <summary>Writes records as lines. Not thread-safe.</summary>
internal sealed class RecordLine : IDisposable
{
    private readonly PooledBuffer _body = new();
    private readonly PooledBuffer _line = new();

    /// <summary>One line: the record id, and the body that a direct call would have.</summary>
    /// <exception cref="ArgumentException">The request cannot be written, or is larger than the service takes.</exception>
    public byte[] Write<TRequest>(string id, TRequest request, JsonTypeInfo<TRequest> info)
    {
        _body.Clear();
        ApiCalls.Write(_body, request, info);
        ReadOnlySpan<byte> body = _body.WrittenSpan;
        if (body.Length > ApiCalls.MaxBodyBytes)
        {
            throw new ArgumentException($"The body has {body.Length} bytes; the service takes at most {ApiCalls.MaxBodyBytes}.", nameof(request));
        }

        _line.Clear();
        Append("{\"recordId\":\""u8);
        Append(Encoding.ASCII.GetBytes(id));
        Append("\",\"modelInput\":"u8);
        if (body.ContainsAny((byte)'\n', (byte)'\r'))
        {
            AppendOnOneLine(_body.Written);
        }
        else
        {
            Append(body);
        }

        Append("}\n"u8);
        return _line.WrittenSpan.ToArray();
    }

    public void Dispose()
    {
        _body.Dispose();
        _line.Dispose();
    }

    // Raw JSON of a caller may hold line feeds between its tokens, and a record is a line.
    private void AppendOnOneLine(ReadOnlyMemory<byte> body)
    {
        using JsonDocument document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 1_000 });
        using var writer = new Utf8JsonWriter(_line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1_000 });
        document.RootElement.WriteTo(writer);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_line.GetSpan(bytes.Length));
        _line.Advance(bytes.Length);
    }
}
