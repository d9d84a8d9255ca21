namespace SmartCity.Modules.Security.Application.Evidence;

/// <summary>The log's name and key.</summary>
internal interface ILogSigner
{
    /// <summary>False where no key has been made: the log takes nothing then.</summary>
    bool HasKey { get; }

    /// <summary>The name of the log, which every checkpoint begins with.</summary>
    string Origin { get; }

    /// <summary>The public key as C2SP signed-note writes it, to be handed to whoever verifies.</summary>
    string PublicKey { get; }

    /// <summary>The public half of the SM2 key that signs too, in the same form; null where none does.</summary>
    string? Sm2PublicKey { get; }

    /// <summary>Whether a note, such as the newest checkpoint, bears this key's signature.</summary>
    bool HasSigned(string note);

    /// <summary>Signs a text that ends in a newline: the text, an empty line and the signature line, or lines.</summary>
    string Sign(string text);
}
