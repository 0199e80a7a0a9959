using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.Engine;

/// <summary>
/// Checks the chain of signatures over the frames of a request: each signs the one before it, the first that of the request. For one thread at a time.
/// Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html (the same chain, over frames).
/// </summary>
internal sealed class FrameSignatures(string secret, AuthorizationHeader request)
{
    /// <summary>What such a request gives in place of the hash of its body.</summary>
    public const string BodyHash = "STREAMING-AWS4-HMAC-SHA256-EVENTS";

    private const string Date = ":date";
    private const string Signature = ":chunk-signature";

    private string _prior = request.Signature;

    /// <summary>Lets the frame pass or refuses it.</summary>
    /// <exception cref="ServiceFailure">The frame is not signed, or not as the next one of this request.</exception>
    public void Verify(ReceivedFrame frame)
    {
        if (!frame.Headers.TryGetValue(Date, out byte[]? date) || date.Length != sizeof(long) || !frame.Headers.TryGetValue(Signature, out byte[]? given))
        {
            throw new ServiceFailure(403, "IncompleteSignatureException", $"A frame has no header '{Date}' or '{Signature}'.");
        }

        DateTimeOffset moment = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(date));
        (string text, string day) = TextToSign(moment, request.Region, request.Service, _prior, frame.Payload.Span);
        byte[] due = CanonicalRequest.Mac(CanonicalRequest.SigningKey(secret, day, request.Region, request.Service), text);
        if (!CryptographicOperations.FixedTimeEquals(due, given))
        {
            throw new ServiceFailure(403, "InvalidSignatureException",
                "The signature of a frame does not match: it signs the one before it, its date and its payload.");
        }

        _prior = Convert.ToHexStringLower(due);
    }

    /// <summary>What the signature of a frame signs, and the day (yyyyMMdd) whose key does.</summary>
    public static (string Text, string Day) TextToSign(DateTimeOffset moment, string region, string service, string prior, ReadOnlySpan<byte> payload)
    {
        string time = moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        byte[] headers = [(byte)Date.Length, .. Encoding.ASCII.GetBytes(Date), 8, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt64BigEndian(headers.AsSpan(headers.Length - sizeof(long)), moment.ToUnixTimeMilliseconds());
        string scope = $"{time[..8]}/{region}/{service}/aws4_request";
        return ($"AWS4-HMAC-SHA256-PAYLOAD\n{time}\n{scope}\n{prior}\n{CanonicalRequest.Hash(headers)}\n{CanonicalRequest.Hash(payload)}", time[..8]);
    }
}
