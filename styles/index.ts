import './fonts.css'
import './tokens.css'
import './deck.css'
import './presenter.css'
