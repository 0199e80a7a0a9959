namespace Bedrock.Toolkit.Throttling;

/// <summary>What a body tells of its tokens before anybody has counted them: bytes of text, and attachments in base64.</summary>
internal readonly record struct InputSize(int TextBytes, int Attachments)
{
    /// <summary>Tokens of a byte of text, until answers have taught better. English has about four characters a token; three are on the safe side.</summary>
    public const double TokensPerByte = 1.0 / 3;

    /// <summary>Tokens of an attachment: about what Claude counts for an image of the size that it is scaled down to.</summary>
    public const int TokensPerAttachment = 1600;

    private const int Block = 1024;

    private static readonly SearchValues<byte> Base64 =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    /// <summary>Measures a body. A run of base64 is seen when it fills whole blocks; text has a space or a quotation mark long before.</summary>
    public static InputSize Of(ReadOnlySpan<byte> body)
    {
        int attached = 0;
        int attachments = 0;
        bool inside = false;
        for (int start = 0; start + Block <= body.Length; start += Block)
        {
            bool isBase64 = !body.Slice(start, Block).ContainsAnyExcept(Base64);
            attached += isBase64 ? Block : 0;
            attachments += isBase64 && !inside ? 1 : 0;
            inside = isBase64;
        }

        return new InputSize(body.Length - attached, attachments);
    }

    public double Tokens(double tokensPerByte) => (TextBytes * tokensPerByte) + ((double)Attachments * TokensPerAttachment);
}
