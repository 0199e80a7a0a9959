using System.Security.Cryptography;
using System.Text;

namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>The record id of a key: the key itself where the service surely takes it, else one made from it, always the same.</summary>
/// <remarks>Newer pages of the service let any text be a record id, older ones letters and digits only: what both take is safe.</remarks>
internal static class RecordId
{
    private const int MaxCharacters = 64;
    private const int HashBytes = 15;

    public static string Of(string key) => Fits(key) ? key : Made(key);

    private static bool Fits(string key)
    {
        if (key.Length is 0 or > MaxCharacters)
        {
            return false;
        }

        foreach (char c in key)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static string Made(string key) => "K" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, HashBytes));
}
